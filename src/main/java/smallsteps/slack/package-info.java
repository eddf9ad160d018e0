/// The only place that knows Bolt and Slack's client. [SlackConnection] puts it together: what
/// comes by `web` or `socket` goes in through `bolt`, a room's answer goes back through `reply`,
/// what is owed goes out through `delivery`, and all of it asks Slack through `api`.
///
/// `SlackCheck` asks Slack, for who sets the bot up, whether tokens and channels are in order.
package smallsteps.slack;
