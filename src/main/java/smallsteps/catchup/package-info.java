/// Catching up: what was said, edited, deleted and reacted while the bot was away is kept as if it
/// had been there. Slack gives up on telling after some minutes.
///
/// Listens to nothing. When the bot has started, and each hour, it reads again every channel with a
/// plan: what was said since it last listened, with the threads that changed, and two weeks before
/// that for edits, deletions and reactions. What is missing is told to the rooms like any event;
/// they keep it or not. A deletion is believed when all around it was read and something older
/// still stands: what a plan hides or a retention rule clears away is not erased here.
///
/// Not seen are a reply in a thread of other people's that began more than two weeks before, and
/// what changed under a win older than that.
///
/// Owns the table `heard`.
package smallsteps.catchup;
