/// Home: the page that a person has with the bot, under the bot's name in Slack: the week's
/// principle, their own small things with what can be done about each, the last twelve weeks, the
/// next nudges of the channels they are known to be in, the seven principles, their preferences,
/// their data.
///
/// Listens to its being opened and to the buttons that turn the page. It reads from the other rooms
/// and changes nothing: a button that does is answered by the room whose it is.
///
/// Owns no table.
package smallsteps.home;
