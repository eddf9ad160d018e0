package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.nudges.NudgesScene;

/// What opens the settings besides the command, and for which channel.
class SettingsFormTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  @TempDir private Path folder;
  private NudgesScene scene;

  @BeforeEach
  void open() {
    scene = new NudgesScene(folder, "one", "2026-11-20T12:00:00Z");
    scene.type("C1", "friday 13:15");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aButtonInAMessageOpensItsOwnChannel() {
    assertThat(pressed(null, "C1").getPrivateMetadata()).isEqualTo("C1");
  }

  @Test
  void aButtonThatNamesAChannelOpensThatOneAlsoFromTheAppHome() {
    assertThat(pressed("C1", null).getPrivateMetadata()).isEqualTo("C1");
    assertThat(pressed("C1", "C2").getBlocks()).hasSameSizeAs(pressed("C1", null).getBlocks());
  }

  @Test
  void aButtonWithoutAChannelAsksForOneFirst() {
    var view = pressed(null, null);
    assertThat(view.getBlocks()).hasSize(1);
    assertThat(view.getSubmit()).isNotNull();
  }

  @Test
  void aPauseThatIsOverIsNoPauseInTheModal() {
    scene.type("C1", "pause 2 weeks");
    int paused = pressed("C1", null).getBlocks().size();
    scene.at("2026-12-04T00:00:00Z");
    assertThat(pressed("C1", null).getBlocks()).hasSize(paused - 1);
  }

  @Test
  void zonesAreOfferedByCityByContinentAndTheOwnFirst() {
    assertThat(Zones.offer("", ZoneId.of("Asia/Kolkata"), STOCKHOLM))
        .startsWith("Asia/Kolkata", "Europe/Stockholm")
        .contains("Asia/Tokyo")
        .hasSizeLessThanOrEqualTo(100);
    assertThat(Zones.offer("", null, STOCKHOLM)).startsWith("Europe/Stockholm");
    assertThat(Zones.offer("São P", null, STOCKHOLM)).containsExactly("America/Sao_Paulo");
    assertThat(Zones.offer("europe/s", null, STOCKHOLM)).first().isEqualTo("Europe/Stockholm");
    assertThat(Zones.offer("a", null, STOCKHOLM)).hasSize(100).doesNotHaveDuplicates();
    assertThat(Zones.offer("utc", null, STOCKHOLM)).contains("UTC");
  }

  private View pressed(String value, String channelId) {
    var action =
        new Request.Action(
            new User(NudgesScene.TEAM, "U1"),
            NudgesScene.ENGLISH,
            Plans.OPEN_SETTINGS,
            value,
            channelId,
            null);
    List<Listener.Action> listeners =
        scene.plansRoom.listeners().stream()
            .filter(Listener.Action.class::isInstance)
            .map(Listener.Action.class::cast)
            .filter(listener -> listener.actionId().equals(Plans.OPEN_SETTINGS))
            .toList();
    return ((Reply.OpenView) listeners.getFirst().answer().apply(action)).view();
  }
}
