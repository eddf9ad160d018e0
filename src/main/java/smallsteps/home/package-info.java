/// Home: the page that a person has with the bot, under the bot's name in Slack.
///
/// Listens to its being opened. It reads from the other rooms and changes nothing: a button that
/// does is answered by the room whose it is.
///
/// Owns no table.
package smallsteps.home;
