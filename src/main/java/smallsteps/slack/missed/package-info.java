/// Reads in Slack what the bot could not hear while it was away, and has it told to the rooms.
package smallsteps.slack.missed;
