/// Reads in Slack what the bot could not hear while it was away, and has it told to the rooms.
///
/// `Readings` does what is due, `Transcripts` reads a channel with its threads.
package smallsteps.slack.missed;
