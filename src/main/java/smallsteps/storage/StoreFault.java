package smallsteps.storage;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What keeps the store from its work, by SQLite's result code, and what to do about it.
enum StoreFault {
  FULL("the disk is full", "Make room on it."),
  READ_ONLY("it may only be read", "Let this user write the file and its folder."),
  LOCKED("another program holds it", "End that program."),
  DISK("the disk fails", "Look at the system's own log."),
  GONE(
      "the file is not where it was",
      "Put it back; or stop the bot, and put a backup there: restore FILE"),
  DAMAGED(
      "it is damaged, or no database",
      "With the bot stopped, put a backup in its place: restore FILE --force"),
  /// Nothing that is known to be wrong with the file: a mistake of ours, as a rule.
  OTHER("SQLite refuses what it is asked", "If it is damaged, put a backup there: restore FILE");

  private final String reason;
  private final String fix;

  StoreFault(String reason, String fix) {
    this.reason = reason;
    this.fix = fix;
  }

  String sentence() {
    return "The database can't be used: " + reason + ". " + fix;
  }

  String sentence(Path file) {
    return "The database " + file + " can't be used: " + reason + ". " + fix;
  }

  /// @param e or what caused it
  static StoreFault of(Throwable e) {
    return switch (e) {
      case null -> OTHER;
      case SQLiteException sqlite -> of(sqlite.getResultCode().code & 0xff); // without its details
      default -> of(e.getCause());
    };
  }

  private static StoreFault of(int primaryCode) {
    return switch (SQLiteErrorCode.getErrorCode(primaryCode)) {
      case SQLITE_FULL -> FULL;
      case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> LOCKED;
      case SQLITE_IOERR, SQLITE_CANTOPEN -> DISK;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
      default -> OTHER;
    };
  }
}
