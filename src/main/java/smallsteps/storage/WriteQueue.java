package smallsteps.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// The one writer. The writes that wait are committed together, and each caller goes on only when
/// its own write is on disk: with many callers one flush of the disk serves them all.
final class WriteQueue implements Writes {
  private static final Logger log = LoggerFactory.getLogger(WriteQueue.class);
  private static final int BATCH = 256;
  private static final int WAITING = 10_000;

  /// Slack asks again after 3 seconds without an answer; a write that takes longer is better
  /// refused in time.
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  /// How often it is looked who has waited too long: one clock for all is cheaper than one each.
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final Duration LOG_CUT_RETRY = Duration.ofSeconds(5);

  /// Made beforehand: it is said when there may be no memory left.
  private static final StoreBusyException ENDED =
      new StoreBusyException("The writer ended before it could say whether this was kept.");

  private final JdbcSql sql;
  private final FileWatch file;
  private final SchemaWatch schema;
  private final Trouble trouble;
  private final Checkpoints checkpoints;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Part writer;
  private final Part patience;
  private final List<Write<?>> batch = new ArrayList<>(BATCH); // of the writer alone
  private volatile List<Write<?>> underWay = List.of();
  private boolean isBegun;
  private boolean logHoldsErased;
  private volatile boolean closed;

  WriteQueue(SqliteFile file, SchemaWatch schema, Trouble trouble, Supervisor supervisor) {
    this.schema = schema;
    this.trouble = trouble;
    sql = file.sql();
    schema.requireKnown(sql); // a first read: from now on the log is there
    this.file = new FileWatch(file);
    checkpoints = new Checkpoints(file.sql(), this.file, trouble, supervisor);
    writer = supervisor.start("writer", this::work);
    patience = supervisor.start("writer-patience", this::refuseTheLate);
  }

  @Override
  public <T> T write(Function<Sql, T> work) {
    return write(new Write<>(work, true));
  }

  @Override
  public <T> T tryOut(Function<Sql, T> work) {
    return write(new Write<>(work, false));
  }

  private <T> T write(Write<T> write) {
    trouble.requireWritable();
    if (closed || !waiting.offer(write)) {
      throw new StoreBusyException("The store takes no more writes just now.");
    }
    try {
      return write.done.get();
    } catch (ExecutionException failed) {
      throw asUnchecked(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreBusyException("Interrupted while waiting for the store.");
    }
  }

  private boolean work() throws InterruptedException {
    Write<?> first = waiting.poll(LOG_CUT_RETRY.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      try {
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
        underWay = List.copyOf(batch);
        commit(batch);
      } finally {
        settle(first);
      }
    }
    if (logHoldsErased && waiting.isEmpty()) {
      cutLog();
    }
    return !closed || !waiting.isEmpty();
  }

  /// Whatever happened, each caller has an answer, and no transaction is left open.
  private void settle(Write<?> first) {
    underWay = List.of();
    first.done.completeExceptionally(ENDED);
    batch.forEach(write -> write.done.completeExceptionally(ENDED));
    batch.clear();
    if (isBegun) {
      rollback();
    }
  }

  /// All in one transaction. When one fails they are tried again one by one, so that a bad write
  /// harms nobody else's.
  private void commit(List<Write<?>> batch) {
    try {
      require(file.lookAtLog(sql));
      // Not by setAutoCommit: the driver would begin the next transaction at once, and hold the
      // lock.
      isBegun = true;
      sql.update("BEGIN IMMEDIATE");
    } catch (StoreException locked) {
      isBegun = false;
      trouble.met(locked.fault());
      batch.forEach(write -> write.done.completeExceptionally(locked));
      return;
    }
    // Only now: whoever waited too long for the lock has been told that nothing was kept.
    List<Write<?>> begun = batch.stream().filter(Write::begin).toList();
    try {
      schema.requireKnown(sql);
      begun.forEach(write -> write.run(sql));
      require(file.look());
      sql.update("COMMIT");
      isBegun = false;
      begun.forEach(Write::finish);
      if (trouble.stands() && begun.stream().anyMatch(Write::isReal)) {
        trouble.over();
      }
    } catch (Throwable failure) { // SQL of a room's may throw whatever it likes
      rollback();
      if (failure instanceof StoreException refused) {
        trouble.met(refused.fault());
      }
      if (begun.size() == 1) {
        begun.getFirst().done.completeExceptionally(failure);
      } else {
        begun.forEach(write -> commit(List.of(write)));
      }
    }
    logHoldsErased |= sql.takeErases();
  }

  private static void require(Optional<StoreFault> nothing) {
    nothing.ifPresent(fault -> {
      throw new StoreException(fault);
    });
  }

  /// A write that has not begun never will. One that has is waited for: "not kept" would be a
  /// guess.
  private boolean refuseTheLate() throws InterruptedException {
    Thread.sleep(LOOK_EVERY);
    long latest = System.nanoTime() - PATIENCE.toNanos();
    underWay.forEach(write -> write.refuseIfOlder(latest));
    waiting.forEach(write -> write.refuseIfOlder(latest));
    return !closed;
  }

  private void rollback() {
    try {
      sql.update("ROLLBACK");
    } catch (StoreException e) {
      log.debug("Nothing to roll back: {}", e.getMessage());
    }
    isBegun = false;
  }

  /// Moves the log into the database and cuts it to nothing. A reader may hold it: then later.
  private void cutLog() {
    try {
      logHoldsErased =
          sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.flag("busy")).orElse(true);
    } catch (StoreException e) {
      log.warn("The write-ahead log could not be cut: {}", e.getMessage());
    }
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException("The store could not commit", failure);
    };
  }

  @Override
  public void close() {
    closed = true;
    waiting.offer(new Write<>(_ -> null, false)); // wakes the writer
    writer.await(PATIENCE);
    writer.close();
    waiting.forEach(write -> write.done.completeExceptionally(ENDED));
    patience.close();
    checkpoints.close();
    if (!trouble.isOverwritten()) { // closed, SQLite would move the log into what stands there now
      sql.close();
      file.close();
    }
  }

  private enum Stage {
    WAITING,
    BEGUN,
    REFUSED
  }

  private static final class Write<T> {
    final CompletableFuture<T> done = new CompletableFuture<>();
    private final long since = System.nanoTime();
    private final Function<Sql, T> work;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final boolean isReal;
    private T result;

    Write(Function<Sql, T> work, boolean isReal) {
      this.work = work;
      this.isReal = isReal;
    }

    boolean isReal() {
      return isReal;
    }

    /// False when it was refused meanwhile.
    boolean begin() {
      return stage.compareAndSet(Stage.WAITING, Stage.BEGUN) || stage.get() == Stage.BEGUN;
    }

    void run(Sql sql) {
      result = work.apply(sql);
    }

    void finish() {
      done.complete(result);
    }

    void refuseIfOlder(long latest) {
      if (since - latest < 0 && stage.compareAndSet(Stage.WAITING, Stage.REFUSED)) {
        done.completeExceptionally(
            new StoreBusyException("The store took more than " + PATIENCE.toMillis() + " ms."));
      }
    }
  }
}
