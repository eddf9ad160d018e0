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
  /// @param scene a file, or the name of a packed one; null for the packed beginning
  /// @param speed how many times as fast as real time it is played; 0 for as fast as can be
  record Rehearsal(int port, boolean http, String database, String scene, int speed) {}

  /// The rooms, without anything that talks to Slack.
  ///
  /// @throws smallsteps.SetupException what is wrong in the configuration
  Rooms rooms(Environment environment, Database database);
}
