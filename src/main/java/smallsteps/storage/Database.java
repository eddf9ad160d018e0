package smallsteps.storage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import smallsteps.SetupException;
import smallsteps.supervision.Supervisor;

/// What the bot keeps. Whoever reads or writes waits until it is open, and sees nothing of the
/// engine that keeps it: a SQLite file, or a PostgreSQL server.
public final class Database implements AutoCloseable {
  private static final ThreadLocal<long[]> KEPT = ThreadLocal.withInitial(() -> new long[1]);
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final Engine engine;
  private final CompletableFuture<Writes> writes;

  private Database(
      Engine engine, BackupFolder copies, CompletableFuture<?> first, Supervisor supervisor) {
    this.engine = engine;
    writes =
        first.thenApplyAsync(
            _ -> engine.writes(new SchemaWatch(engine.prepare(copies).known()), supervisor),
            Thread::startVirtualThread);
  }

  /// Opens the file, makes it and its folder where they are missing, and brings it to the newest
  /// version.
  ///
  /// @param url `jdbc:sqlite:` and a path, or `jdbc:postgresql:` and a server
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
    return new Database(Engines.at(url), copies, first, supervisor);
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
    return new Database(Engines.existing(url), BackupFolder.USUAL, NOTHING, new Supervisor())
        .awaitOpen();
  }

  /// In a sentence, where it is older than this version: what brings it up.
  public Optional<String> age() {
    return engine.age();
  }

  /// What its operator wants to know of a server, for the doctor; empty where a file is all.
  public Optional<String> about() {
    return engine.about();
  }

  /// @throws smallsteps.SetupException where it is not there, and could not be made either
  public static boolean isThere(String url) {
    return Engines.isThere(url);
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

  /// It may be run twice, so it does nothing but SQL.
  public <T> T read(Function<Sql, T> work) {
    awaitOpen();
    try {
      return engine.read(work);
    } catch (StoreException e) {
      engine.trouble().met(e.fault());
      throw e;
    }
  }

  /// The number of the newest migration of the file.
  public String version() {
    return Migrations.look(engine.location()).version();
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
    if (engine.age().isPresent()) {
      return engine.refusal();
    }
    try {
      // A real write, of what stands there: a full disk lets every SELECT through.
      writes.join().tryOut(sql -> sql.update("UPDATE flyway_schema_history SET success = success"));
      return engine.trouble().now();
    } catch (StoreException e) {
      return Optional.of(e.fault() == StoreFault.OTHER ? e.getMessage() : e.fault().sentence());
    } catch (StoreBusyException e) {
      return Optional.of("The database can't be written in time: " + e.getMessage());
    }
  }

  /// What a look at every page of a file finds, in the engine's words; empty when it is sound.
  public Optional<String> damage() {
    return engine.damage();
  }

  /// Its copies that are made by themselves; empty where the tools of a server make them.
  ///
  /// @param folder beside the database, or absolute
  /// @param keep how many
  public Optional<Backups> backups(BackupFolder folder, int keep) {
    return engine.backups(folder, keep);
  }

  /// What it takes on the disk.
  public long bytes() {
    return engine.bytes();
  }

  /// What will be a problem soon, in a sentence.
  public Optional<String> warning() {
    return engine.warning();
  }

  @Override
  public void close() {
    if (engine.trouble().isOverwritten()) {
      return; // the last connection that is closed would write into what stands there now
    }
    if (!writes.isCompletedExceptionally()) {
      writes.join().close();
    }
    engine.close();
  }
}
