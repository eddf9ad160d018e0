package smallsteps.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import javax.sql.DataSource;

/// Writes side by side, each in a transaction of its own that is serializable: where two would not
/// have come out so one after the other, the server lets one of them collide, and it is tried again
/// here. What a room reads within a write still holds when that is kept, as it does behind SQLite's
/// one writer.
final class ParallelWrites implements Writes {
  private static final Duration PATIENCE = Duration.ofMillis(2500);
  private static final int LONGEST_PAUSE = 50;

  private final DataSource pool;
  private final Dialect dialect;
  private final SchemaWatch schema;
  private final Trouble trouble;
  private final Vacuum vacuum;

  /// All try side by side, and who has collided goes alone in this bot: else many that write the
  /// same would collide again and again.
  private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

  ParallelWrites(
      DataSource pool, Dialect dialect, SchemaWatch schema, Trouble trouble, Vacuum vacuum) {
    this.pool = pool;
    this.dialect = dialect;
    this.schema = schema;
    this.trouble = trouble;
    this.vacuum = vacuum;
  }

  @Override
  public <T> T write(Function<Sql, T> work) {
    T result = tryOut(work);
    if (trouble.stands()) {
      trouble.over();
    }
    return result;
  }

  @Override
  public <T> T tryOut(Function<Sql, T> work) {
    trouble.requireWritable();
    try {
      return untilKept(work);
    } catch (StoreException refused) {
      trouble.met(refused.fault());
      throw refused;
    }
  }

  private <T> T untilKept(Function<Sql, T> work) {
    long latest = System.nanoTime() + PATIENCE.toNanos();
    Lock turn = turns.readLock();
    for (int tries = 1; true; tries++) {
      await(turn, latest);
      try {
        return once(work);
      } catch (StoreException refused) {
        requireAnotherTry(refused, latest);
      } finally {
        turn.unlock();
      }
      turn = turns.writeLock();
      pause(tries);
    }
  }

  private static void await(Lock turn, long latest) {
    try {
      if (!turn.tryLock(latest - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new StoreBusyException("Too many write the same just now.");
      }
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static void requireAnotherTry(StoreException refused, long latest) {
    boolean isTooLate = System.nanoTime() - latest > 0;
    if (isTooLate && refused.fault() == StoreFault.COLLIDED) {
      throw new StoreBusyException("Too many write the same just now.");
    } else if (isTooLate || !refused.isWorthAnotherTry()) {
      throw refused;
    }
  }

  /// By chance: another bot's that collided with it would do so again.
  private static void pause(int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(LONGEST_PAUSE, 2 * tries)));
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static StoreBusyException interrupted() {
    Thread.currentThread().interrupt();
    return new StoreBusyException("Interrupted while waiting for the store.");
  }

  private <T> T once(Function<Sql, T> work) {
    try (Connection connection = pool.getConnection()) {
      var sql = new JdbcSql(connection, dialect);
      T result = done(work, sql, connection);
      commit(connection);
      if (sql.takeErases()) {
        vacuum.isDue();
      }
      return result;
    } catch (SQLException e) {
      throw noConnection(e);
    }
  }

  private <T> T done(Function<Sql, T> work, Sql sql, Connection connection) throws SQLException {
    boolean isDone = false;
    try {
      schema.requireKnown(sql);
      T result = work.apply(sql);
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        rollback(connection);
      }
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      return; // with the connection its transaction ends as well
    }
  }

  /// A connection that breaks just then leaves it open whether it was kept: it is not tried again.
  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw StoreException.atCommit(e);
    }
  }

  /// The pool waits as long as anybody should: where it says no more than that, all are in use.
  static RuntimeException noConnection(SQLException e) {
    return StoreFault.of(e) == StoreFault.OTHER
        ? new StoreBusyException("No connection to the database could be had in time.")
        : new StoreException(e);
  }

  @Override
  public void close() {
    vacuum.close();
  }
}
