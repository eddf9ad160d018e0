/// The way back: what a room answers goes with the ack, after it, or when what was owed is done.
///
/// `Replies` carries an answer to its `Origin`, `AfterAck` does what is done later, `Homes`
/// publishes the App Homes, `Waiters` are those who wait to hear how it went.
package smallsteps.slack.reply;
