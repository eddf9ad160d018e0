package smallsteps.app;

import smallsteps.config.Environment;
import smallsteps.storage.Database;

/// What the commands want of the bot. Each of the first two goes on until it is told to end, and
/// returns the exit code.
interface Runner {
  int run(Environment environment);

  /// The bot in a workspace on this machine alone.
  int rehearse(Environment environment, Rehearsal wanted);

  /// @param port 0 for any that is free
  /// @param http whether Slack's requests come over HTTP, and not by Socket Mode
  /// @param database the one that was asked for by name; null for none
  record Rehearsal(int port, boolean http, String database) {}

  /// The rooms, without anything that talks to Slack.
  ///
  /// @throws smallsteps.SetupException what is wrong in the configuration
  Rooms rooms(Environment environment, Database database);
}
