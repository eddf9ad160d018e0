/// The Slack app as Slack wants it described, and the permissions that it asks for.
///
/// `Manifest` is made of what each listener `Wants`: an `EventType` with what it takes, a `Scope`
/// with what people get by it.
package smallsteps.slack.manifest;
