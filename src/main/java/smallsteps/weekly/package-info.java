/// Weekly messages: what the bot posts at a time that a channel chose, each at most once, whatever
/// crashes or runs twice. One loop for all of them ([smallsteps.weekly.DueMessages]): a slot that
/// is due is left out, or something stands in its way, or it is claimed, and owed from then on
/// ([smallsteps.outbox]): posted, and settled once, by what became of that.
///
/// A room gives its message ([smallsteps.weekly.WeeklyMessage]) and who asked for it, and keeps a
/// table of its own, one row a slot. Who asked for what stands in the table `weekly`, which the
/// room of plans keeps; what that room has to know of the slots it finds by their kind
/// ([smallsteps.weekly.SlotsByKind]). The digest is the plainest room to read.
package smallsteps.weekly;
