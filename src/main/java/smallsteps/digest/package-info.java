/// The digest: once a week, at the time that a channel chose, what was done there since the digest
/// before, in people's own words and with their colleagues' reactions, by principle; what was
/// learned has as much room as what went well. It names nobody and ranks nobody. How many took
/// part, and how many for the first time, is said from five people up. A week in which nothing was
/// said has no digest; neither has a red day or its eve, and the next digest tells of that week
/// too.
///
/// `/smallthing digest` shows one person what it would say now, and how the last one went. Under it
/// stands a list to say "I did it too" from ([smallsteps.wins.Wins#TOO_ACTION]).
///
/// The job `post-digests` looks what is due; when, is the channel's plan
/// ([smallsteps.plans.Plans#askers]). Owns the table `digest_slot`: each is claimed there before it
/// is posted, at most one an ISO week, and settled once.
package smallsteps.digest;
