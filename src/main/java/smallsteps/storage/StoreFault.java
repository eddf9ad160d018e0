package smallsteps.storage;

import org.postgresql.util.PSQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What keeps the store from its work, by the engine's code or by what was seen of the file, and
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
  AWAY(
      "its server does not answer",
      "Start it, or see to the network between: the bot goes on by itself"),
  REFUSED(
      "its server refuses the user or the password",
      "Look at DATABASE_USER, at DATABASE_PASSWORD or the file that DATABASE_PASSWORD_FILE names,"
          + " and at who may come in by the server's pg_hba.conf"),
  NOT_THERE(
      "its server has none of that name",
      "Make it: CREATE DATABASE smallsteps ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"),
  CROWDED(
      "its server takes no more connections",
      "Raise its max_connections: a bot takes ten, and a command as many"),
  FORBIDDEN(
      "its user may not do there what the bot must",
      "Make it the owner: ALTER DATABASE smallsteps OWNER TO smallsteps"),
  STANDBY(
      "its server may only be read",
      "Name the one that may be written. Where DATABASE_URL names several hosts, the bot finds it"),
  SERVER_DAMAGED(
      "its server finds its own files damaged",
      "Look at the server's log, and put its own backup in place"),
  /// Another write was there first. Nothing is wrong.
  COLLIDED("another write was there first", "Try again"),
  /// There is one of that key already. Nothing is wrong.
  ONE_TOO_MANY("there is one of that kind already", "Look at what was asked"),
  /// Nothing that is known to be wrong with the engine: a mistake of ours, as a rule.
  OTHER(
      "it refuses what it is asked",
      "Nothing says that it is damaged: this is a fault of Small Steps, please report it.");

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

  /// Whether it is the engine's, and not that of what was asked.
  boolean isTrouble() {
    return this != OTHER && this != COLLIDED && this != ONE_TOO_MANY;
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
      case PSQLException refused -> ofState(refused.getSQLState());
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

  /// By SQL's own classes of what may be wrong, and by PostgreSQL's.
  private static StoreFault ofState(String state) {
    return switch (state) {
      case null -> OTHER;
      case "40001", "40P01", "55P03" -> COLLIDED;
      case "23505" -> ONE_TOO_MANY;
      case "28000", "28P01", "08004" -> REFUSED;
      case "3D000" -> NOT_THERE;
      case "42501" -> FORBIDDEN;
      case "25006" -> STANDBY;
      case "53100" -> FULL;
      case "53200" -> MEMORY;
      case "53300" -> CROWDED;
      case "58030" -> DISK;
      case "XX001", "XX002" -> SERVER_DAMAGED;
      case "57P01", "57P02", "57P03" -> AWAY;
      default -> state.startsWith("08") ? AWAY : OTHER;
    };
  }
}
