/// The way back: what a room answers goes with the ack, after it, or when what was owed is done.
package smallsteps.slack.reply;
