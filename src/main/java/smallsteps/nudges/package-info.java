/// Nudges: once a week, at the local time a channel asked for, a principle, a question and
/// something to do in 2, 5, 15 or 60 minutes. When, is the channel's plan
/// ([smallsteps.plans.Plans]).
///
/// The job `post-nudges` looks what is due. The button under a nudge
/// ([smallsteps.nudges.Nudges#WIN_ACTION]) is heard by the room of wins.
///
/// Owns the table `nudge_slot`, each time a nudge was to be posted and what became of it: it is
/// claimed there before anything is posted, and settled once.
package smallsteps.nudges;
