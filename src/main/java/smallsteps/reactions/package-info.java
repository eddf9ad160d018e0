/// What colleagues think of it: every reaction on a win or a nudge is kept, and taken away when it
/// is taken away.
///
/// Listens to reactions added and removed, in every channel where the bot is. It does not ask first
/// what they stand on, since a win's own event may come later than its first reaction; a job looks
/// after a while and erases what stands on neither win nor nudge.
///
/// Owns the table `reaction`. The trigger there erases the reactions of an erased win.
package smallsteps.reactions;
