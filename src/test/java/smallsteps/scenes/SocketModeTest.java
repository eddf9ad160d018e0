package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.people.Answered;
import smallsteps.storage.Migrated;

/// Whatever becomes of the connection, what people say is heard in the end. What the bot waits for
/// passes eight times as fast.
@Execution(ExecutionMode.CONCURRENT)
class SocketModeTest {
  private static final String OPEN = "apps.connections.open";
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(Scene.Transport.SOCKET_MODE);
    scene.clock.run(8);
  }

  @AfterEach
  void end() throws Exception {
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

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "503", "429", "no handshake"})
  void whatIsSaidWhileNoNewConnectionIsToBeHadIsKept(String trouble) {
    Faults faults = scene.workspace.faults();
    switch (trouble) {
      case "503" -> faults.status(OPEN, 503, 2);
      case "429" -> faults.rateLimit(OPEN, Duration.ofSeconds(1), 1);
      case "no handshake" -> faults.refuseSockets(2);
      default -> faults.refuse(OPEN, trouble, 2);
    }
    faults.cutSockets();
    assertHeardInTheEnd("liten sak trots " + trouble);
  }

  @Test
  void whatIsSaidIntoALineThatHasGoneDeadIsKept() throws Exception {
    try (var cable = new Cable(scene.workspace.port())) {
      scene.workspace.faults().socketsBy(cable.port()).cutSockets();
      assertHeardInTheEnd("liten sak genom kabeln");
      int before = scene.workspace.calls(OPEN).size();
      cable.goDead();
      String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: trots tystnad");
      scene.workspace.await(
          "another connection",
          () -> Optional.of(scene.workspace.calls(OPEN).size()).filter(opened -> opened > before));
      cable.endDead();
      assertHeardInTheEnd(ts, "trots tystnad");
    } finally {
      scene.workspace.faults().socketsBy(0);
    }
    assertHeardInTheEnd("liten sak utan kabel alls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"too_many_websockets", "link_disabled"})
  void whereEachConnectionIsSentAwaySlackIsNotStormed(String reason) {
    scene.workspace.faults().enforceTiers(true).sendAway(reason, 2).cutSockets();

    assertHeardInTheEnd("liten sak till sist");
    assertThat(scene.workspace.calls(OPEN))
        .hasSize(4)
        .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
  }

  @Test
  void ofTwoConnectionsEachEnvelopeIsAnsweredByTheOneThatGotIt() throws Exception {
    try (var other = scene.anotherBot()) {
      for (int i = 0; i < 6; i++) {
        String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: delad " + i);
        assertThat(scene.win(ts)).isPresent();
      }
      other.awaitIdle();
    }
    assertThat(scene.exported("win"))
        .filteredOn(win -> win.getString("text").startsWith("delad"))
        .hasSize(6);
  }

  @Test
  void anAppTokenThatSlackTurnsDownIsNotUsedAgainAndHealthSaysSo() {
    scene.workspace.faults().refuse(OPEN, "invalid_auth", 1000).cutSockets();
    assertThat(scene.illHealth()).contains("app token", "invalid_auth");

    scene.stopBot();
    assertThat(scene.workspace.calls(OPEN)).hasSize(2);
  }

  @Test
  void aCommandThatWaitsForTheStoreKeepsNobodyElseWaiting() throws Exception {
    int asked = scene.workspace.calls("users.info").size();
    CompletableFuture<Answered> slow;
    try (var other = Migrated.connect(scene.database());
        var statement = other.createStatement()) {
      statement.execute(Migrated.LOCK);
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

  private void assertHeardInTheEnd(String did) {
    assertHeardInTheEnd(scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + did), did);
  }

  private void assertHeardInTheEnd(String ts, String did) {
    scene.workspace.retryUntilAcknowledged();
    assertThat(scene.exported("win"))
        .filteredOn(win -> win.getString("text").equals(did))
        .hasSize(1);
    scene.workspace.retryUntilAcknowledged(); // the bot's own seedling is told to it, too
    scene.workspace.awaitConnection();
  }
}
