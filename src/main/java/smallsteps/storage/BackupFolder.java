package smallsteps.storage;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Where copies are made by themselves, each night and before a migration.
///
/// @param path beside the database, or absolute
/// @param zone whose local time is in their names
public record BackupFolder(Path path, ZoneId zone) {

  /// Where no setting says another.
  public static final BackupFolder USUAL = new BackupFolder(Path.of("backups"), ZoneOffset.UTC);
}
