/// The way in: whatever Slack sends is read into a [smallsteps.Request] here and handed to the
/// rooms that listen, whichever transport brought it.
///
/// It is kept by the workspace that installed the bot, which [Whose] decides for every kind of
/// payload. People of other organisations, in a channel shared with them, may do what everybody in
/// that channel may by writing, reacting and pressing.
///
/// `BoltApp` is Bolt with the rooms' listeners; `Events` pass it by. `Requests` reads payloads,
/// `Installation` tells which are ours, `Edge` catches what a room did not expect, `Unheard`
/// answers where no room listens. `TokenLoss` is Slack's word that the app is gone; an
/// `UnknownSelfException`, that something came before we know who we are.
package smallsteps.slack.bolt;
