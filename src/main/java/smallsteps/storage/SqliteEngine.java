package smallsteps.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.supervision.Supervisor;

/// One SQLite file. One connection writes, behind the write queue; a few others read, each seeing
/// what was last committed.
final class SqliteEngine implements Engine {
  private static final Logger log = LoggerFactory.getLogger(SqliteEngine.class);
  private static final int READERS = 4;
  private static final long LITTLE_ROOM = 64L << 20;

  private final SqliteFile file;
  private final SqliteFile opened; // another one where an older file is only read
  private final Function<BackupFolder, Migrations.Schema> prepare;
  private final Runnable afterwards;
  private final Trouble trouble;
  private final Queue<JdbcSql> idleReaders = new ConcurrentLinkedQueue<>();
  private final Semaphore readers = new Semaphore(READERS);

  private SqliteEngine(
      SqliteFile file,
      SqliteFile opened,
      Function<BackupFolder, Migrations.Schema> prepare,
      Runnable afterwards) {
    this.file = file;
    this.opened = opened;
    this.prepare = prepare;
    this.afterwards = afterwards;
    trouble = new Trouble(opened);
  }

  static SqliteEngine at(String url) {
    SqliteFile file = SqliteFile.at(url);
    return new SqliteEngine(file, file, copies -> prepared(file, copies), () -> {});
  }

  /// A file that must be there. A command does not change the schema under a bot: of an older file
  /// a copy is read, which is gone when this is closed.
  static SqliteEngine existing(String url) {
    SqliteFile file = SqliteFile.existing(url);
    Migrations.Schema schema = Migrations.look(file);
    return schema.isCurrent() ? new SqliteEngine(file, file, _ -> schema, () -> {}) : ofCopy(file);
  }

  private static SqliteEngine ofCopy(SqliteFile older) {
    var folder = new TemporaryFolder();
    try {
      Path path = folder.file("read.db");
      Backup.write(older, path);
      SqliteFile copy = SqliteFile.at(path);
      return new SqliteEngine(older, copy, _ -> Migrations.migrate(copy, _ -> {}), folder::close);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public Location location() {
    return file;
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  @Override
  public Migrations.Schema prepare(BackupFolder copies) {
    return prepare.apply(copies);
  }

  private static Migrations.Schema prepared(SqliteFile file, BackupFolder copies) {
    file.prepare();
    return Migrations.migrate(file, schema -> copy(file, schema, copies));
  }

  private static void copy(SqliteFile file, Migrations.Schema schema, BackupFolder copies) {
    Path copy =
        new Backups(file, file::damage, copies, 1).beforeMigration(schema.version(), Instant.now());
    log.info(
        "The database {} is brought from version {} to {}. A copy of it as it was: {}. To go back,"
            + " stop the bot, and with the older Small Steps: restore {} --force",
        file.path(),
        schema.version(),
        schema.newest(),
        copy,
        copy);
  }

  @Override
  public Writes writes(SchemaWatch schema, Supervisor supervisor) {
    return new WriteQueue(opened, schema, trouble, supervisor);
  }

  @Override
  public <T> T read(Function<Sql, T> work) {
    readers.acquireUninterruptibly();
    JdbcSql reader = null;
    try {
      reader = idleReaders.poll();
      if (reader == null) {
        reader = opened.sql();
      }
      return work.apply(reader);
    } finally {
      if (reader != null) {
        idleReaders.add(reader);
      }
      readers.release();
    }
  }

  @Override
  public Optional<String> age() {
    if (opened == file) {
      return Optional.empty();
    }
    return Optional.of(
        Migrations.look(file).age(file) + ": 'run' brings it there, after it has made a copy.");
  }

  @Override
  public Optional<String> about() {
    return Optional.empty();
  }

  @Override
  public Optional<String> refusal() {
    return opened != file ? PathFault.ofOld(file.path(), true) : Optional.empty();
  }

  @Override
  public Optional<Backups> backups(BackupFolder folder, int keep) {
    return Optional.of(new Backups(file, this::damage, folder, keep));
  }

  @Override
  public Optional<String> damage() {
    Optional<String> damage = file.damage();
    damage.ifPresent(_ -> trouble.met(StoreFault.DAMAGED));
    return damage;
  }

  /// With its log.
  @Override
  public long bytes() {
    try {
      return file.bytes();
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public Optional<String> warning() {
    if (file.parts().stream().anyMatch(OwnerOnly::isOpenToOthers)) {
      return Optional.of(
          "Others on this machine may read the database "
              + file.path()
              + ": chmod 600 it and the two files beside it.");
    }
    long usable = file.usableBytes();
    return usable >= LITTLE_ROOM
        ? Optional.empty()
        : Optional.of("The disk of the database has only " + (usable >> 20) + " MiB left.");
  }

  @Override
  public void close() {
    idleReaders.forEach(JdbcSql::close);
    afterwards.run();
  }
}
