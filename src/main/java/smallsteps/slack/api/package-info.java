/// What the bot asks of Slack's Web API, at the pace that Slack allows, and what came of it.
///
/// Whether something may be asked again is said in [Repeating] and nowhere else.
package smallsteps.slack.api;
