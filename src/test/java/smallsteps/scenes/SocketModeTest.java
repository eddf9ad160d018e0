package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.Answer;

/// Whatever becomes of the connection, what people say is heard in the end.
class SocketModeTest {
  private static Scene scene;

  @BeforeAll
  static void begin() throws Exception {
    scene = new Scene(Scene.Transport.SOCKET_MODE);
  }

  @AfterAll
  static void end() throws Exception {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested", "link_disabled", "too_many_websockets"})
  void whatIsSaidWhileSlackAsksTheConnectionToGoIsKept(String reason) {
    scene.workspace.faults().disconnect(reason);
    assertHeardInTheEnd("liten sak vid " + reason);
  }

  @Test
  void whatIsSaidWhileTheCableIsCutIsKept() {
    scene.workspace.faults().cutSockets();
    assertHeardInTheEnd("liten sak utan kabel");
  }

  @Test
  void aCommandThatWaitsForTheStoreKeepsNobodyElseWaiting() throws Exception {
    int asked = scene.workspace.calls("users.info").size();
    CompletableFuture<Answer> slow;
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + scene.database());
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      slow =
          CompletableFuture.supplyAsync(
              () -> scene.alva.command(scene.channel, "/smallthing väntade"));
      scene.workspace.await(
          "the slow command",
          () -> Optional.of(scene.workspace.calls("users.info").size()).filter(n -> n > asked));

      assertThat(scene.ben.command(scene.channel, "/principle 3").acked()).isTrue();
      assertThat(slow).isNotDone();
      statement.execute("ROLLBACK");
    }
    assertThat(slow.join().message().text()).contains("sparat");
  }

  @Test
  void aBotThatEndsLeavesNoConnectionAndNoThreadThatKeepsTheProcess() throws Exception {
    Set<Thread> before = lasting();
    var own = new Scene(Scene.Transport.SOCKET_MODE);
    own.alva.command(own.channel, "/principle 3");
    own.stopBot();
    own.workspace.await(
        "the end", () -> Optional.of(true).filter(_ -> !own.workspace.isConnected()));
    own.close();

    Set<Thread> left = lasting();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(5000);
    }
    assertThat(left).noneMatch(Thread::isAlive);
  }

  private static Set<Thread> lasting() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(Thread::isDaemon);
    return threads;
  }

  private static void assertHeardInTheEnd(String did) {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + did);
    // Slack's client looks after its connection every five seconds, and waits three for a pong.
    long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (scene.win(ts).isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      if (scene.workspace.isConnected()) {
        scene.workspace.retryNow();
      }
    }
    assertThat(scene.exported("win"))
        .filteredOn(win -> win.getString("text").equals(did))
        .hasSize(1);
    scene.workspace.awaitConnection();
  }
}
