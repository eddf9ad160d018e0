/// Nudges: once a week, at the local time a channel asked for, a principle, a question and
/// something to do in 2, 5, 15 or 60 minutes.
///
/// A channel also chooses which days are left out (red days, eves, bridge days, summer weeks;
/// chosen Sundays are not), when a digest of the week comes
/// ([smallsteps.nudges.Nudges#plannedDigests()]; another room writes it), and whether only who set
/// the plan may change it. An owner who is forgotten leaves it to anyone.
///
/// Listens to `/nudge`; the job `post-nudges` looks what is due. The button under a nudge
/// ([smallsteps.nudges.Nudges#WIN_ACTION]) is heard by the room of wins.
///
/// Where the bot is invited and there is no plan, it says once what it is. Where it can write no
/// more the plan rests: the job `tell-owners` tells who set it, once and alone, and it goes on by
/// itself when the bot is invited again or the channel is open again.
///
/// Owns the tables `nudge_plan`, what a channel asked for, and `nudge_slot`, each time a nudge was
/// to be posted and what became of it: it is claimed there before anything is posted, and settled
/// once; and `nudge_invitation` and `nudge_owner_told`, so that neither is said twice.
package smallsteps.nudges;
