/// Takes to Slack what stands in the outbox: the one way out for what must not be lost, and must
/// not be done twice.
package smallsteps.slack.delivery;
