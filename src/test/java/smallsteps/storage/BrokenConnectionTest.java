package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.invocation.InvocationOnMock;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import smallsteps.supervision.Supervisor;

/// The writer's connection breaks between two statements, which no file can be made to do: a
/// stand-in before SQLite's own lets the statements of our choice fail.
@SqliteOnly
class BrokenConnectionTest {
  private static final String KEEP = "INSERT INTO kept (word) VALUES (?)";
  private static final SQLException DISK =
      new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);

  @TempDir private Path folder;
  private final AtomicInteger commitsToBreak = new AtomicInteger();
  private volatile boolean isBroken;
  private SqliteFile file;
  private Trouble trouble;
  private WriteQueue queue;

  @BeforeEach
  void open() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("kept.db");
    try (var database = Database.open(url)) {
      database.write(sql -> sql.update("CREATE TABLE kept (word TEXT PRIMARY KEY) STRICT"));
    }
    file = spy(SqliteFile.at(url));
    trouble = new Trouble(file);
    doReturn(breaking(file.connect())).doCallRealMethod().when(file).connect();
    var schema = new SchemaWatch(Migrations.look(file).known());
    queue = new WriteQueue(file, schema, trouble, new Supervisor());
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void whatCouldNotBeCommittedIsSaidNotToBeKeptAndTheNextOneIsKept() {
    commitsToBreak.set(1);

    assertThatThrownBy(() -> keep("lost")).isInstanceOf(StoreException.class);
    assertThat(trouble.now()).hasValue(StoreFault.DISK.sentence());
    assertThat(kept()).isEmpty();

    keep("whole");
    assertThat(kept()).containsExactly("whole");
    assertThat(trouble.now()).isEmpty();
  }

  @Test
  void whatWaitedTogetherIsKeptOnceEachWhereCommittingItTogetherBroke() throws Exception {
    var isHeld = new CountDownLatch(1);
    var othersWait = new CountDownLatch(1);
    var first =
        person(() ->
            queue.write(sql -> {
              isHeld.countDown();
              uninterrupted(othersWait);
              commitsToBreak.set(2); // the first's, and then that of both
              return sql.update(KEEP, "first");
            }));
    uninterrupted(isHeld);
    FutureTask<Integer> left = waiting(person(() -> keep("left")));
    FutureTask<Integer> right = waiting(person(() -> keep("right")));
    othersWait.countDown();

    assertThatThrownBy(first.done()::get).hasCauseInstanceOf(StoreException.class);
    assertThat(List.of(left.get(), right.get())).containsExactly(1, 1);
    assertThat(kept()).containsExactlyInAnyOrder("left", "right");
    assertThat(commitsToBreak).hasValue(0);
  }

  @Test
  void aConnectionThatIsBrokenForGoodGivesEachCallerAnAnswer() {
    isBroken = true;

    for (String word : List.of("one", "two")) {
      assertThatThrownBy(() -> keep(word)).isInstanceOf(StoreException.class);
    }
    assertThat(trouble.now()).hasValue(StoreFault.DISK.sentence());
  }

  @Test
  void aListThatBreaksOffInTheMiddleIsNoListAndItsStatementIsMadeAnew() throws SQLException {
    var results = mock(ResultSet.class);
    when(results.next()).thenReturn(true).thenThrow(DISK);
    when(results.getString("word")).thenReturn("half");
    var breaksOff = mock(PreparedStatement.class);
    when(breaksOff.executeQuery()).thenReturn(results);
    Connection whole = file.connect();
    var connection = mock(Connection.class, delegatesTo(whole));
    doReturn(breaksOff)
        .doAnswer(call -> whole.prepareStatement(call.getArgument(0)))
        .when(connection)
        .prepareStatement(anyString());
    keep("whole");
    try (var sql = new JdbcSql(connection, new SqliteDialect())) {
      assertThatThrownBy(() -> words(sql)).isInstanceOf(StoreException.class);
      assertThat(words(sql)).containsExactly("whole");
    }
  }

  private Connection breaking(Connection whole) throws SQLException {
    var connection = mock(Connection.class, delegatesTo(whole));
    doAnswer(call -> breaking(call.getArgument(0), whole))
        .when(connection)
        .prepareStatement(anyString());
    return connection;
  }

  private PreparedStatement breaking(String text, Connection whole) throws SQLException {
    PreparedStatement statement = whole.prepareStatement(text);
    return mock(
        PreparedStatement.class,
        call -> {
          if (isExecuted(call) && breaksNow(text)) {
            throw DISK;
          }
          return delegatesTo(statement).answer(call);
        });
  }

  private static boolean isExecuted(InvocationOnMock call) {
    return call.getMethod().getName().startsWith("execute");
  }

  private boolean breaksNow(String text) {
    return isBroken
        || text.equals("COMMIT") && commitsToBreak.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private int keep(String word) {
    return queue.write(sql -> sql.update(KEEP, word));
  }

  private List<String> kept() {
    try (var sql = new JdbcSql(file.connect(), new SqliteDialect())) {
      return words(sql);
    }
  }

  private static List<String> words(Sql sql) {
    return sql.list("SELECT word FROM kept", row -> row.text("word"));
  }

  private record Person(FutureTask<Integer> done, Thread thread) {}

  private static Person person(Callable<Integer> act) {
    var done = new FutureTask<>(act);
    return new Person(done, Thread.ofPlatform().daemon().start(done));
  }

  /// Once it waits for the writer.
  private static FutureTask<Integer> waiting(Person person) {
    while (person.thread().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return person.done();
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
