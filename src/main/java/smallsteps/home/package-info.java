/// Home: the page that a person has with the bot, under the bot's name in Slack. Their own things
/// come first: their small things with what can be done about each, what they said in the last
/// twelve weeks, the next nudges of the channels they are known to be in, their preferences, their
/// data; then the week's principle and all seven.
///
/// Listens to its being opened and to the buttons that turn the page. It reads from the other rooms
/// and changes nothing: a button that does is answered by the room whose it is.
///
/// Owns no table.
package smallsteps.home;
