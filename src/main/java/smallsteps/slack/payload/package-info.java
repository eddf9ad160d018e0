/// What Slack writes, read by the few fields that we need: an event, a message that stands
/// somewhere, a person, and who the bot itself is. Whatever else is in it may be of any shape.
package smallsteps.slack.payload;
