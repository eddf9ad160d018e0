package smallsteps.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.bolt.response.Response;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.User;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.slack.people.Locales;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

/// What a person hears when something goes wrong that nobody thought of. The rooms would have to be
/// broken for it, so what carries the answer is a stand-in.
class EdgeTest {
  private static final Language ENGLISH = new Language("en");
  private static final User ALVA = new User("T1", "U1");
  private static final Origin COMMAND =
      new Origin(Origin.Kind.COMMAND, ALVA, "C1", null, null, null);
  private static final Origin FORM =
      new Origin(Origin.Kind.SUBMISSION, ALVA, null, null, null, null);

  @TempDir private Path folder;
  @AutoClose private Database database;
  private final Replies replies = mock(Replies.class);
  private Edge edge;

  @BeforeEach
  void open() {
    database = Migrated.open(folder.resolve("edge.db"));
    var locales = mock(Locales.class);
    when(locales.of(any())).thenReturn(ENGLISH);
    when(replies.ack(any(), any())).thenReturn(Response.ok());
    var words = Words.load(ConfigFiles.packed(), ENGLISH);
    edge = new Edge(new SimpleMeterRegistry(), words, locales, replies);
  }

  @Test
  void whatFailsBeforeAnythingIsKeptMayBeTriedAgain() {
    edge.run("/smallthing", COMMAND, EdgeTest::fail);
    assertThat(sentence()).contains("nothing was saved");
  }

  @Test
  void whatFailsAfterItIsKeptIsNotSaidToBeLost() {
    edge.run("/smallthing", COMMAND, this::keptAndFailed);
    assertThat(sentence()).contains("is saved", "don’t need to send it again");
  }

  @Test
  void aFormThatWasKeptIsClosedAndOneThatWasNotStaysOpenWithAllThatWasTyped() {
    assertThat(edge.run("win", FORM, EdgeTest::fail).getStatusCode()).isEqualTo(500);
    assertThat(edge.run("win", FORM, this::keptAndFailed).getStatusCode()).isEqualTo(200);
    assertThat(sentence()).contains("is saved");
  }

  private Response keptAndFailed() {
    database.write(sql -> sql.update("UPDATE nudge_plan SET language = 'sv'"));
    return fail();
  }

  private static Response fail() {
    throw new IllegalStateException("nobody thought of this");
  }

  private String sentence() {
    var reply = ArgumentCaptor.forClass(Reply.class);
    Mockito.verify(replies).ack(reply.capture(), any());
    return ((Reply.OnlyYou) reply.getValue()).content().text();
  }
}
