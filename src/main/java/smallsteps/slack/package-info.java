/// The only place that knows Bolt and Slack's client: two transports, the payloads read into
/// [smallsteps.Request]s, the [smallsteps.Reply]s carried back, and the Web API with its limits.
///
/// Whatever comes is kept by the workspace that installed the bot, which [smallsteps.slack.Whose]
/// decides for every kind of payload. People of other organisations, in a channel shared with them,
/// may do what everybody in that channel may by writing, reacting and pressing.
package smallsteps.slack;
