package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import smallsteps.rehearsal.state.View;
import smallsteps.storage.Gate;
import smallsteps.storage.Migrated;
import smallsteps.storage.OwnPostgres;

/// The database's server goes away while people talk, and comes back: what is not kept is not
/// acknowledged, and is kept once when Slack sends it again.
@EnabledIfSystemProperty(named = "smallsteps.engine", matches = "postgresql")
class ServerAwayTest extends EachTransport {

  @Test
  @Timeout(600)
  void whatIsSaidWhileTheServerIsAwayIsKeptOnceWhenItIsBack() throws Exception {
    try (var gate = new Gate(OwnPostgres.port());
        var inUse = Migrated.connect(scene.database())) { // else it would be cleared away
      assertThat(inUse.isClosed()).isFalse();
      scene.stopBot();
      scene.databaseBehind(url -> url.replace(":" + OwnPostgres.port(), ":" + gate.port()));
      scene.startBot();
      scene.alva.command(scene.channel, "/smallthing");
      View modal = scene.modal(scene.alva);
      String before = scene.ben.say(scene.channel, "I did a small thing: labelled the door");
      scene.bot().awaitIdle();

      gate.shut();
      scene.slackIsImpatient();
      String during = scene.ben.say(scene.channel, "I did a small thing: told somebody");
      assertThat(scene.alva.command(scene.channel, "/smallthing x").message().text())
          .contains("ingenting sparades");
      assertThat(scene.alva.submit(modal, Map.of("win_text", "y")).acked()).isFalse();
      assertThat(scene.illHealth()).contains("does not answer");

      gate.open();
      scene.workspace.retryUntilAcknowledged();
      assertThat(scene.page("/healthz").statusCode()).isEqualTo(200);
      assertThat(scene.exported("win").stream().map(win -> win.getString("ts")))
          .containsExactly(before, during);
      scene.stopBot();
      scene.databaseBehind(url -> url);
      scene.startBot();
    }
  }
}
