/// What the bot asks of Slack's Web API, at the pace that Slack allows, and what came of it.
///
/// Whether something may be asked again is said in [Repeating] and nowhere else.
///
/// `WebApi` is what the bot asks; `Calls` calls a method at its `CallPace`, and an `Answer` is what
/// came of it, with Slack's `Body`. `Pages` reads a channel page by page, `Plainer` says the same
/// in plainer words. `SlackClient` is Slack's own, set up for us; `SlackTime` is Slack's clock,
/// `Stopwatch` how waiting passes.
package smallsteps.slack.api;
