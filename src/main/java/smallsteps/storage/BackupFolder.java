package smallsteps.storage;

import java.nio.file.Path;
import java.time.ZoneId;

/// Where copies are made by themselves, each night and before a migration.
///
/// @param path beside the database, or absolute
/// @param zone whose local time is in their names
public record BackupFolder(Path path, ZoneId zone) {}
