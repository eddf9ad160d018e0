/// The outbox: all that the bot owes Slack, a row each, in the table `outbox`. A room writes the
/// row in the same transaction as what it follows from, and it stands there until Slack has done it
/// or refused it for good, over restarts and with however many processes. A row names what is owed
/// and holds nobody's words: what it says is asked of its room right before it is sent, and so is
/// whether it is still to be said.
///
/// A row that is being sent is claimed with a lease. Whoever claims one that was claimed before
/// looks in Slack first, and posts again only when an earlier try can no longer arrive.
package smallsteps.outbox;
