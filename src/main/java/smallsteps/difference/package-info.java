/// Difference: two weeks after a small thing its author is asked, once and in private, what
/// difference it made; only if they said then that they want to be asked. "None yet" and "I don't
/// know" are good answers.
///
/// Listens to the button under the thanks for a small thing
/// ([smallsteps.wins.Wins#DIFFERENCE_ACTION]), to the buttons under its own question and to their
/// modal; the job `ask-what-difference` asks, through the gate of care. Owns the table
/// `difference`, whose rows go with their win. `/smallthing mine` shows what was answered.
package smallsteps.difference;
