package smallsteps.storage;

import java.util.Optional;
import java.util.function.Function;
import smallsteps.supervision.Supervisor;

/// How rows are kept and read at one place: by a SQLite file, or by a PostgreSQL server. [Database]
/// is the same for both.
interface Engine {
  Location location();

  /// What has kept it from its work.
  Trouble trouble();

  /// Makes it ready for a bot, and brings it to the newest version.
  ///
  /// @param copies for the copy that is made before something older is changed
  /// @return where it stood
  /// @throws smallsteps.SetupException why it can't be used, in a sentence
  Migrations.Schema prepare(BackupFolder copies);

  Writes writes(SchemaWatch schema, Supervisor supervisor);

  <T> T read(Function<Sql, T> work);

  /// In a sentence, where it is older than this version and only read: what brings it up.
  Optional<String> age();

  /// What its operator wants to know of it besides, for the doctor; empty where that is all seen.
  Optional<String> about();

  /// Why nothing can be written although nothing has failed yet.
  Optional<String> refusal();

  /// What a look at all of it finds damaged, in the engine's words; empty when it is sound.
  Optional<String> damage();

  /// Copies that are made by themselves; empty where the engine's own tools make them.
  Optional<Backups> backups(BackupFolder folder, int keep);

  /// What it takes on the disk; 0 where that can't be seen.
  long bytes();

  /// What will be a problem soon, in a sentence.
  Optional<String> warning();

  /// When nothing is written any more.
  void close();
}
