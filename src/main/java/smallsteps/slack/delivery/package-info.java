/// Takes to Slack what stands in the outbox: the one way out for what must not be lost, and must
/// not be done twice.
///
/// `OutboxWatch` looks into it, `Deliveries` takes out what is due, a `Courier` makes one try,
/// `Acts` does what is to be done, `SentPosts` looks for a post of which we never heard how it
/// went.
package smallsteps.slack.delivery;
