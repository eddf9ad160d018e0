package smallsteps.storage;

import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What keeps the store from its work, by SQLite's result code or by what was seen of the file, and
/// what to do about it. Only what is damaged is called so: a backup put over a sound file would
/// lose what was kept since.
enum StoreFault {
  FULL("the disk is full", "Make room on it."),
  READ_ONLY("it may only be read", "Let this user write the file and its folder."),
  LOCKED("another program holds it", "End that program."),
  DISK("the disk fails", "Look at the system's own log."),
  CLOSED(
      "it can't be opened",
      "Let this user read and write the file, the two beside it (-wal, -shm) and its folder."),
  MEMORY("there is no memory left", "Give the process more."),
  GONE(
      "the file is not where it was",
      "Put it back; or stop the bot, and put a backup there: restore FILE"),
  LOG_GONE(
      "the log beside it (-wal, -shm) was taken away",
      "Start the bot again; no more than the last second's words can be lost."),
  OVERWRITTEN(
      "it was cut, or written over, while the bot had it open",
      "Stop the bot, and put a backup in its place with the command for that: restore FILE"
          + " --force"),
  NEWER(
      "a newer Small Steps has brought it to a version that this one does not know",
      "Stop this bot, and start the newer one."),
  DAMAGED(
      "it is damaged, or no database",
      "With the bot stopped, put a backup in its place: restore FILE --force"),
  DRIVER(
      "SQLite's library can't be unpacked in the folder for temporary files, or not run from there",
      "Make room there, or name a folder that programs may be run from:"
          + " JAVA_TOOL_OPTIONS=-Dorg.sqlite.tmpdir=FOLDER"),
  /// Nothing that is known to be wrong with the file: a mistake of ours, as a rule.
  OTHER(
      "SQLite refuses what it is asked",
      "Nothing says that the file is damaged: this is a fault of Small Steps, please report it.");

  private final String reason;
  private final String fix;

  StoreFault(String reason, String fix) {
    this.reason = reason;
    this.fix = fix;
  }

  /// Whether this process can't get over it, whatever is done to the file.
  boolean isForGood() {
    return this == LOG_GONE || this == OVERWRITTEN || this == NEWER;
  }

  String sentence() {
    return "The database can't be used: " + reason + ". " + fix;
  }

  String sentence(String named) {
    return "The database " + named + " can't be used: " + reason + ". " + fix;
  }

  /// @param e or what caused it
  static StoreFault of(Throwable e) {
    return switch (e) {
      case null -> OTHER;
      case SQLiteException sqlite -> of(sqlite.getResultCode().code & 0xff); // without its details
      case NativeLibraryNotFoundException _ -> DRIVER;
      case LinkageError _ -> DRIVER;
      default -> of(e.getCause());
    };
  }

  private static StoreFault of(int primaryCode) {
    return switch (SQLiteErrorCode.getErrorCode(primaryCode)) {
      case SQLITE_FULL -> FULL;
      case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> LOCKED;
      case SQLITE_IOERR -> DISK;
      case SQLITE_CANTOPEN -> CLOSED;
      case SQLITE_NOMEM -> MEMORY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
      default -> OTHER;
    };
  }
}
