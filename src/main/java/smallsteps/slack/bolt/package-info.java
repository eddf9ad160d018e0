/// The way in: whatever Slack sends is read into a [smallsteps.Request] here and handed to the
/// rooms that listen, whichever transport brought it.
///
/// It is kept by the workspace that installed the bot, which [Whose] decides for every kind of
/// payload. People of other organisations, in a channel shared with them, may do what everybody in
/// that channel may by writing, reacting and pressing.
package smallsteps.slack.bolt;
