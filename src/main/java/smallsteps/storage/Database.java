package smallsteps.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.SetupException;
import smallsteps.supervision.Supervisor;

/// What the bot keeps: one SQLite file. One connection writes, behind the write queue; a few others
/// read, each seeing what was last committed.
public final class Database implements AutoCloseable {
  private static final ThreadLocal<long[]> KEPT = ThreadLocal.withInitial(() -> new long[1]);
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;
  private static final long LITTLE_ROOM = 64L << 20;
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final SqliteFile file;
  private final SqliteFile opened; // another one where an older file is only read
  private final Runnable afterwards;
  private final Trouble trouble;
  private final CompletableFuture<WriteQueue> writes;
  private final Queue<JdbcSql> idleReaders = new ConcurrentLinkedQueue<>();
  private final Semaphore readers = new Semaphore(READERS);

  /// @param file where the data is
  /// @param opened what is read: another file where an older one is only looked into
  /// @param prepare makes it ready
  /// @param afterwards when it is closed
  private record Source(
      SqliteFile file,
      SqliteFile opened,
      Function<Database, Migrations.Schema> prepare,
      Runnable afterwards) {}

  private Database(Source source, CompletableFuture<?> first, Supervisor supervisor) {
    file = source.file();
    opened = source.opened();
    afterwards = source.afterwards();
    trouble = new Trouble(opened);
    writes =
        first.thenApplyAsync(
            _ -> {
              var schema = new SchemaWatch(source.prepare().apply(this).known());
              return new WriteQueue(opened, schema, trouble, supervisor);
            },
            Thread::startVirtualThread);
  }

  private Migrations.Schema prepared(BackupFolder copies) {
    opened.prepare();
    return Migrations.migrate(opened, schema -> copyOf(schema, copies));
  }

  private void copyOf(Migrations.Schema schema, BackupFolder copies) {
    Path copy = backups(copies, 1).beforeMigration(schema.version(), Instant.now());
    log.info(
        "The database {} is brought from version {} to {}. A copy of it as it was: {}. To go back,"
            + " stop the bot, and with the older Small Steps: restore {} --force",
        file.path(),
        schema.version(),
        schema.newest(),
        copy,
        copy);
  }

  /// Opens the file, makes it and its folder where they are missing, and brings it to the newest
  /// version.
  ///
  /// @param url `jdbc:sqlite:` and a path
  /// @throws smallsteps.SetupException what is wrong with the file, in a sentence
  public static Database open(String url) {
    return opening(url, BackupFolder.USUAL, NOTHING, new Supervisor()).awaitOpen();
  }

  /// Opens the file in the background once `first` is done, and never when that fails. Whoever
  /// reads or writes waits.
  ///
  /// @param copies for the copy that is made of an older file before it is changed
  /// @param supervisor starts what writes
  public static Database opening(
      String url, BackupFolder copies, CompletableFuture<?> first, Supervisor supervisor) {
    SqliteFile file = SqliteFile.at(url);
    var source = new Source(file, file, database -> database.prepared(copies), () -> {});
    return new Database(source, first, supervisor);
  }

  /// Whether a read would not have to wait for the start.
  public boolean isOpen() {
    return writes.isDone();
  }

  /// @throws smallsteps.SetupException what is wrong with the file, in a sentence
  public Database awaitOpen() {
    try {
      writes.join();
      return this;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException wrong ? wrong : e;
    }
  }

  /// The same, for a file that must be there: a command with a wrong path is to find nothing, and
  /// not to make an empty database. Nor does a command change the schema under a bot: of an older
  /// file a copy is read, which is gone when this is closed, and nothing is written.
  ///
  /// @throws smallsteps.SetupException when it is not there, or what is wrong with it
  public static Database existing(String url) {
    SqliteFile file = SqliteFile.existing(url);
    Migrations.Schema schema = Migrations.look(file);
    return new Database(
            schema.isCurrent() ? new Source(file, file, _ -> schema, () -> {}) : copyOf(file),
            NOTHING,
            new Supervisor())
        .awaitOpen();
  }

  private static Source copyOf(SqliteFile older) {
    var folder = new TemporaryFolder();
    try {
      Path path = folder.file("read.db");
      Backup.write(older, path);
      SqliteFile copy = SqliteFile.at(path);
      return new Source(older, copy, _ -> Migrations.migrate(copy, _ -> {}), folder::close);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// In a sentence, where the file is older than this version: what brings it up.
  public Optional<String> age() {
    if (opened == file) {
      return Optional.empty();
    }
    Migrations.Schema schema = Migrations.look(file);
    return Optional.of(
        "The database "
            + file.path()
            + " is of version "
            + schema.version()
            + ", and this Small Steps works with "
            + schema.newest()
            + ": 'run' brings it there, after it has made a copy.");
  }

  /// @throws smallsteps.SetupException where it is not there, and could not be made either
  public static boolean isThere(String url) {
    return SqliteFile.at(url).isThere();
  }

  /// Runs `work` in a transaction and returns when it is on disk. It may be run twice, so it does
  /// nothing but SQL.
  ///
  /// @throws smallsteps.SetupException when the file is older than this version
  public <T> T write(Function<Sql, T> work) {
    age()
        .ifPresent(older -> {
          throw new SetupException(older + " Or use the version that wrote it.");
        });
    T result = writes.join().write(work);
    KEPT.get()[0]++;
    return result;
  }

  /// As `write`, for what the bot notes down for itself. It may fit where what people say does not:
  /// that it got through shows nothing of whether that would.
  public <T> T noteDown(Function<Sql, T> work) {
    return writes.join().tryOut(work);
  }

  /// How often this thread has kept something: who finds more than before knows that it was kept.
  public static long keptByThisThread() {
    return KEPT.get()[0];
  }

  public <T> T read(Function<Sql, T> work) {
    awaitOpen();
    readers.acquireUninterruptibly();
    JdbcSql reader = null;
    try {
      reader = idleReaders.poll();
      if (reader == null) {
        reader = new JdbcSql(opened.connect());
      }
      return work.apply(reader);
    } catch (StoreException e) {
      trouble.met(e.fault());
      throw e;
    } finally {
      if (reader != null) {
        idleReaders.add(reader);
      }
      readers.release();
    }
  }

  /// The number of the newest migration of the file.
  public String version() {
    return Migrations.look(file).version();
  }

  /// Why nothing can be kept just now, in a sentence with its fix; empty when writes get through.
  public Optional<String> problem() {
    if (!writes.isDone()) {
      return Optional.of("The database is being opened.");
    }
    if (writes.isCompletedExceptionally()) {
      return Optional.of(
          writes.exceptionNow() instanceof SetupException wrong
              ? wrong.getMessage()
              : "The database can't be opened.");
    }
    if (opened != file) {
      return PathFault.ofOld(file.path(), true);
    }
    try {
      // A real write, of what stands there: a full disk lets every SELECT through.
      writes.join().tryOut(sql -> sql.update("UPDATE flyway_schema_history SET success = success"));
      return trouble.now();
    } catch (StoreException e) {
      return Optional.of(e.fault() == StoreFault.OTHER ? e.getMessage() : e.fault().sentence());
    } catch (StoreBusyException e) {
      return Optional.of("The database can't be written in time: " + e.getMessage());
    }
  }

  /// What a look at every page of the file finds, as SQLite says it; empty when it is sound.
  public Optional<String> damage() {
    Optional<String> damage = new FileCheck(file).damage();
    damage.ifPresent(_ -> trouble.met(StoreFault.DAMAGED));
    return damage;
  }

  /// Its copies that are made by themselves.
  ///
  /// @param folder beside the database, or absolute
  /// @param keep how many
  public Backups backups(BackupFolder folder, int keep) {
    return new Backups(file, this::damage, folder, keep);
  }

  /// What it takes on the disk, with its log.
  public long bytes() {
    try {
      return file.bytes();
    } catch (IOException gone) {
      return 0;
    }
  }

  /// What will be a problem soon, in a sentence.
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
    if (trouble.isOverwritten()) {
      return; // the last connection that is closed would write into what stands there now
    }
    if (!writes.isCompletedExceptionally()) {
      writes.join().close();
    }
    idleReaders.forEach(JdbcSql::close);
    afterwards.run();
  }
}
