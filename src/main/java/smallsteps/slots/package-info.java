/// Slots: what the bot posts at a time that a channel chose, each at most once, whatever crashes or
/// runs twice. A room keeps a table of its own, one row a slot: claimed with a lease before
/// anything is posted, taken over when the lease runs out, settled once.
package smallsteps.slots;
