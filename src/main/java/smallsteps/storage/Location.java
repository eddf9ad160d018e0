package smallsteps.storage;

import java.util.Optional;
import javax.sql.DataSource;
import smallsteps.SetupException;

/// Where the rows stand, be it open or not.
interface Location {
  /// As people know it: the path of a file, or a server and its database. Never a secret.
  String name();

  /// The folder of its migrations.
  String migrations();

  /// To look without changing anything.
  DataSource asItIs();

  /// As the bot works with it.
  DataSource dataSource();

  /// @throws SetupException when another program keeps its own there
  void requireOursOrEmpty();

  /// Is done once all tables of a new one have been made.
  void closeUp();

  /// What is damaged in it, in the engine's words; empty where nothing is known to be.
  Optional<String> damage();

  /// The sentence, with its fix, for what was met when it was opened or looked into.
  SetupException unreadable(Exception e);
}
