/// The command line, and the wiring of the rooms behind it. The one package that knows all others;
/// nothing imports it.
///
/// `Main` is where the process begins, `Bot` what it is once it runs: what it keeps, its rooms, its
/// line to Slack and its jobs.
///
/// `RehearsedBot` is what the rehearsal's page shows of the bot besides its words.
package smallsteps.app;
