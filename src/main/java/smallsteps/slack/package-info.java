/// The only place that knows Bolt and Slack's client: two transports, the payloads read into
/// [smallsteps.Request]s, the [smallsteps.Reply]s carried back, and the Web API with its limits.
package smallsteps.slack;
