/// What colleagues think of it: every reaction on a win or a nudge is kept, and taken away when it
/// is taken away.
///
/// Listens to reactions added and removed, in every channel where the bot is. It does not ask first
/// what they stand on, since a win's own event may come later than its first reaction; a job looks
/// after a while and erases what stands on neither win nor nudge.
///
/// Owns the tables `reaction`, where a trigger erases the reactions of an erased win, and
/// `reaction_forgetting`, so that a forgotten person's reactions are not found again in Slack.
package smallsteps.reactions;
