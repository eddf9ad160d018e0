/// Difference: two weeks after a small thing its author is asked, once and in private, what
/// difference it made; only if they said then that they want to be asked. "None yet" and "I don't
/// know" are good answers.
///
/// Listens to the button under the thanks for a small thing and beside it in the App Home
/// ([smallsteps.wins.Wins#DIFFERENCE_ACTION]), where one can tell it unasked once the two weeks are
/// over, to the buttons under its own question and to their modal; the job `ask-what-difference`
/// asks, through the gate of care. Owns the table `difference`, whose rows go with their win.
/// `/smallthing mine` and the App Home show what was answered.
package smallsteps.difference;
