package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.storage.Migrated;

/// More is said at once than can be kept: what is refused is not acknowledged, Slack sends it
/// again, and in the end each thing is kept once.
class OverloadTest {
  private static final int SAID = 36;
  private static final int REQUESTS = 40;
  private static final String PADDING = "x".repeat(512 * 1024);

  @ParameterizedTest
  @EnumSource
  @Timeout(600)
  void whatCouldNotBeKeptInTimeIsKeptOnceInTheEnd(Scene.Transport transport) throws Exception {
    try (var scene = new Scene(transport)) {
      scene.slackIsImpatient();
      Queue<String> said = new ConcurrentLinkedQueue<>();
      try (var other = Migrated.connect(scene.database());
          var statement = other.createStatement()) {
        statement.execute(Migrated.LOCK);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
          for (int n = 0; n < SAID; n++) {
            String text = "I did a small thing: labelled door " + n;
            people.execute(() -> said.add(scene.ben.say(scene.channel, text)));
          }
        }
        assertThat(scene.workspace.unacknowledged()).hasSize(SAID);
        statement.execute("ROLLBACK");
      }
      scene.workspace.retryUntilAcknowledged();

      assertThat(scene.exported("win").stream().map(win -> win.getString("ts")))
          .containsExactlyInAnyOrderElementsOf(said);
    }
  }

  @Test
  @Timeout(600)
  void moreThanTheMemoryIsForIsSentAwayUnreadAndTakenWhenItComesAgain() throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP);
        var client = HttpClient.newHttpClient()) {
      List<Integer> statuses;
      try (var other = Migrated.connect(scene.database());
          var statement = other.createStatement()) {
        statement.execute(Migrated.LOCK);
        statuses = statuses(scene, client);
        statement.execute("ROLLBACK");
      }
      assertThat(statuses).contains(500, 503).containsOnly(500, 503);

      while (statuses.stream().anyMatch(status -> status != 200)) {
        statuses = statuses(scene, client);
      }
      assertThat(scene.exported("win")).hasSize(REQUESTS);
    }
  }

  /// All at once. Who is sent away may see the connection close before all of it is sent.
  private static List<Integer> statuses(Scene scene, HttpClient client) throws Exception {
    var answers = new ArrayList<CompletableFuture<Integer>>();
    for (int n = 0; n < REQUESTS; n++) {
      answers.add(
          client
              .sendAsync(request(scene, n), HttpResponse.BodyHandlers.discarding())
              .handle((answer, closed) -> closed == null ? answer.statusCode() : 503));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static HttpRequest request(Scene scene, int n) throws Exception {
    String ts = "1700000000.%06d".formatted(n);
    String body =
        """
        {"type":"event_callback","team_id":"%s","event_id":"Ev%d","padding":"%s","event":
        {"type":"message","user":"%s","channel":"%s","ts":"%s","event_ts":"%s",
        "text":"I did a small thing: labelled door %d"}}
        """
            .formatted(
                scene.workspace.teamId(),
                n,
                PADDING,
                scene.ben.id(),
                scene.channel.id(),
                ts,
                ts,
                n);
    return scene.signed(Delivered.event(body)).version(HttpClient.Version.HTTP_1_1).build();
  }
}
