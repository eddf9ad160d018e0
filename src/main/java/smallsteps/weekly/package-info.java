/// Weekly messages: what the bot posts at a time that a channel chose, each at most once, whatever
/// crashes or runs twice. A room keeps a table of its own, one row a slot: inserted when it is due,
/// together with the message owed ([smallsteps.outbox]), and settled once, by what became of that.
package smallsteps.weekly;
