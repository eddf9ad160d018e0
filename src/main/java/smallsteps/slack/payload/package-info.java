/// What Slack writes, read by the few fields that we need: an event, a message that stands
/// somewhere, a person, and who the bot itself is. Whatever else is in it may be of any shape.
///
/// A `Payload` comes by HTTP or in a `SocketEnvelope`. In it is a `SlackEvent`, or a
/// `PostedMessage` with its `Author` and its `PlainText`; a `Profile` is of a person, `Identity` of
/// the bot. What comes in is read as it streams by (`SkimmedJson`), what Slack answers as
/// `LooseJson`.
package smallsteps.slack.payload;
