package smallsteps.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/// Notices that the file which the bot has open is not any more what stands in its place: moved
/// away, replaced, cut, written over, or left without its log. SQLite itself goes on writing, and
/// what it keeps there is gone.
///
/// The file stays open here as long as SQLite has it: closing it would give up SQLite's own locks.
final class FileWatch implements AutoCloseable {
  private static final int HEADER = 24; // of it, nothing changes while the database is open
  private static final int LOG_HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private final SqliteFile file;
  private final RandomAccessFile bytes;
  private final Object key; // these tell a file from another one of its name; null where none can
  private final Object logKey;
  private final Object indexKey;
  private byte[] header; // empty as long as all stands in the log
  private long size;
  private long logSize;

  private record Seen(Object key, long size) {
    static final Seen NOTHING = new Seen(null, 0);
  }

  /// @param file open in SQLite, and read from already
  FileWatch(SqliteFile file) {
    this.file = file;
    try {
      bytes = new RandomAccessFile(file.path().toFile(), "r");
      header = header();
      size = bytes.length();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    key = look(file.path()).key();
    logKey = look(file.log()).key();
    indexKey = look(file.logIndex()).key();
  }

  private byte[] header() throws IOException {
    var first = new byte[HEADER];
    bytes.seek(0);
    int read = bytes.read(first);
    return read == HEADER ? first : new byte[0];
  }

  private static Seen look(Path path) {
    try {
      var seen = Files.readAttributes(path, BasicFileAttributes.class);
      return new Seen(seen.fileKey(), seen.size());
    } catch (IOException gone) {
      return Seen.NOTHING;
    }
  }

  /// What has happened to it; empty when all is as it was. A few microseconds.
  synchronized Optional<StoreFault> look() {
    Seen now = look(file.path());
    if (key != null && !key.equals(now.key())) {
      return Optional.of(StoreFault.GONE);
    }
    if (isChanged(now)) {
      return Optional.of(StoreFault.OVERWRITTEN);
    }
    size = now.size();
    boolean hasLog =
        key == null
            || (logKey.equals(look(file.log()).key())
                && indexKey.equals(look(file.logIndex()).key()));
    return hasLog ? Optional.empty() : Optional.of(StoreFault.LOG_GONE);
  }

  /// A database that is open never shrinks, since only `VACUUM` would shrink it.
  private boolean isChanged(Seen now) {
    try {
      byte[] first = header();
      boolean isOther = header.length > 0 && !Arrays.equals(header, first);
      header = first;
      return now.size() < size || isOther;
    } catch (IOException unreadable) {
      return false; // the disk's fault, and SQLite will say it
    }
  }

  /// What has happened to the log, outside a transaction. It shrinks where a process has moved all
  /// of it into the database, and else where somebody has cut it.
  synchronized Optional<StoreFault> lookAtLog(Sql sql) {
    long now = look(file.log()).size();
    boolean isShorter = now < logSize;
    logSize = now;
    if (!isShorter) {
      return Optional.empty();
    }
    long frames =
        sql.first("PRAGMA wal_checkpoint(NOOP)", row -> (long) row.number("log")).orElse(0L);
    return frames > 0 && now < LOG_HEADER + frames * (pageSize() + FRAME_HEADER)
        ? Optional.of(StoreFault.LOG_GONE)
        : Optional.empty();
  }

  private int pageSize() {
    int size = (header[16] & 0xff) << 8 | (header[17] & 0xff);
    return size == 1 ? 1 << 16 : size;
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
