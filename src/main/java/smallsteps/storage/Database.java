package smallsteps.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import smallsteps.SetupException;
import smallsteps.supervision.Supervisor;

/// What the bot keeps: one SQLite file. One connection writes, behind the write queue; a few others
/// read, each seeing what was last committed.
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final long LITTLE_ROOM = 64L << 20;
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final SqliteFile file;
  private final Trouble trouble;
  private final Supervisor supervisor;
  private final CompletableFuture<WriteQueue> writes;
  private final Queue<JdbcSql> idleReaders = new ConcurrentLinkedQueue<>();
  private final Semaphore readers = new Semaphore(READERS);

  private Database(SqliteFile file, CompletableFuture<?> first, Supervisor supervisor) {
    this.file = file;
    this.supervisor = supervisor;
    trouble = new Trouble(file);
    writes = first.thenApplyAsync(_ -> opened(), Thread::startVirtualThread);
  }

  private WriteQueue opened() {
    file.prepare();
    Migrations.migrate(file);
    return new WriteQueue(file, trouble, supervisor);
  }

  /// Opens the file, makes it and its folder where they are missing, and brings it to the newest
  /// version.
  ///
  /// @param url `jdbc:sqlite:` and a path
  /// @throws smallsteps.SetupException what is wrong with the file, in a sentence
  public static Database open(String url) {
    return new Database(SqliteFile.at(url), NOTHING, new Supervisor()).awaitOpen();
  }

  /// Opens the file in the background once `first` is done, and never when that fails. Whoever
  /// reads or writes waits.
  ///
  /// @param supervisor starts what writes
  public static Database opening(String url, CompletableFuture<?> first, Supervisor supervisor) {
    return new Database(SqliteFile.at(url), first, supervisor);
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
  /// not to make an empty database.
  ///
  /// @throws smallsteps.SetupException when it is not there, or what is wrong with it
  public static Database existing(String url) {
    return new Database(SqliteFile.existing(url), NOTHING, new Supervisor()).awaitOpen();
  }

  public static boolean isThere(String url) {
    return Files.exists(SqliteFile.at(url).path());
  }

  /// Runs `work` in a transaction and returns when it is on disk. It may be run twice, so it does
  /// nothing but SQL.
  public <T> T write(Function<Sql, T> work) {
    return writes.join().write(work);
  }

  public <T> T read(Function<Sql, T> work) {
    awaitOpen();
    readers.acquireUninterruptibly();
    JdbcSql reader = null;
    try {
      reader = idleReaders.poll();
      if (reader == null) {
        reader = new JdbcSql(file.connect());
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

  /// The number of the newest migration.
  public String version() {
    return read(sql ->
            sql.first(
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC",
                row -> row.text("version")))
        .orElse("0");
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
    Optional<String> damage = file.damage();
    damage.ifPresent(_ -> trouble.met(StoreFault.DAMAGED));
    return damage;
  }

  /// Its copies that are made by themselves.
  ///
  /// @param folder beside the database, or absolute
  /// @param keep how many
  public Backups backups(Path folder, int keep) {
    return new Backups(file, this::damage, folder, keep);
  }

  /// What will be a problem soon, in a sentence.
  public Optional<String> warning() {
    long usable = file.usableBytes();
    return usable >= LITTLE_ROOM
        ? Optional.empty()
        : Optional.of("The disk of the database has only " + (usable >> 20) + " MiB left.");
  }

  /// A consistent copy as of now, while the bot goes on.
  public void copyTo(Path target) {
    file.copyTo(target);
  }

  @Override
  public void close() {
    if (!writes.isCompletedExceptionally()) {
      writes.join().close();
    }
    idleReaders.forEach(JdbcSql::close);
  }
}
