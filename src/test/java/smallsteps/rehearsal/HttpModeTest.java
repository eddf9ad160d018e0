package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.event.MessageEvent;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.wire.Wire;

/// A Bolt app by HTTP checks the workspace's signatures and finds them good.
class HttpModeTest {
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();
  private static Workspace workspace;
  private static Bolt bolt;
  private static URI url;
  private static Conversation room;

  @BeforeAll
  static void open() throws Exception {
    workspace = Workspace.start(0, InstantSource.system());
    workspace.install(TestManifest.json());
    room = workspace.channel("verkstan");
    bolt = new Bolt(workspace);
    bolt.app.event(
        MessageEvent.class,
        (event, ctx) -> {
          String retry =
              ctx.getRetryNum() == null ? "" : ctx.getRetryNum() + " " + ctx.getRetryReason();
          HEARD.add(event.getEventId() + " " + event.getEvent().getText() + retry);
          return ctx.ack();
        });
    bolt.app.command("/principle", (req, ctx) -> ctx.ack("svar på " + req.getPayload().getText()));
    bolt.app.globalShortcut("write", (req, ctx) -> ctx.ack());
    url = bolt.serve();
    workspace.deliverTo(url);
  }

  @AfterAll
  static void close() throws Exception {
    bolt.close();
    workspace.close();
  }

  @Test
  void theRequestUrlAnswersTheChallenge() {
    assertThat(workspace.isUrlVerified()).isTrue();
  }

  @Test
  void signedRequestsAreTakenForSlacks() {
    workspace.alva().say(room, "Hej å ä ö");
    assertThat(HEARD).last().asString().endsWith("Hej å ä ö");
    Answered answer = workspace.alva().command(room, "/principle å & 3");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.message().text()).isEqualTo("svar på å &amp; 3");
    assertThat(workspace.ben().globalShortcut("write").acked()).isTrue();
    assertThat(bolt.statuses).doesNotContain(401);
  }

  @Test
  void aServerThatIsGoneIsToldToThePersonAndTriedAgainLater() {
    workspace.deliverTo(URI.create("http://127.0.0.1:1/"));
    try {
      Answered answer = workspace.ben().command(room, "/principle 1");
      assertThat(answer.error()).isEqualTo("dispatch_failed");
      workspace.alva().say(room, "Hör du?");
    } finally {
      workspace.deliverTo(url);
    }
    String eventId = Wire.text(workspace.events().getLast(), "event_id");
    assertThat(workspace.unacknowledged()).containsExactly(eventId);
    workspace.await(
        "the retry",
        () -> {
          workspace.retryNow();
          return HEARD.stream()
              .filter(each -> each.equals(eventId + " Hör du?2 connection_failed"))
              .findFirst();
        });
    assertThat(workspace.unacknowledged()).isEmpty();
  }
}
