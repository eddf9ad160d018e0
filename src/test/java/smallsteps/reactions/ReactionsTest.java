package smallsteps.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.wins.WinsAndReactions;

class ReactionsTest {
  private static final String TS = "1763884800.000100";
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
    scene.says("U1", TS, "I did a small thing: a sign");
  }

  @Test
  void everyReactionIsKeptWithItsSkinTone() {
    scene.reacts("U3", TS, "tada", "1763884802.000000");
    scene.reacts("U2", TS, "tada", "1763884801.000000");
    scene.reacts("U2", TS, "+1::skin-tone-3", "1763884803.000000");
    assertThat(reactions())
        .isEqualTo(Map.of("tada", List.of("U2", "U3"), "+1::skin-tone-3", List.of("U2")));
    assertThat(scene.reactions.ofAll(null))
        .isEqualTo(Map.of(WinsAndReactions.message(TS), reactions()));
    assertThat(scene.reactions.ofAll("C2")).isEmpty();
  }

  @Test
  void aReactionTakenBackIsGone() {
    scene.reacts("U2", TS, "tada", "1763884801.000000");
    scene.takesBack("U2", TS, "tada", "1763884802.000000");
    assertThat(reactions()).isEmpty();
  }

  @Test
  void eventsInTheWrongOrderComeOutRight() {
    scene.takesBack("U2", TS, "tada", "1763884802.000000");
    scene.reacts("U2", TS, "tada", "1763884801.000000");
    assertThat(reactions()).isEmpty();
    scene.reacts("U2", TS, "tada", "1763884803.000000");
    scene.takesBack("U2", TS, "tada", "1763884802.000000");
    scene.reacts("U2", TS, "tada", "1763884803.000000");
    assertThat(reactions()).isEqualTo(Map.of("tada", List.of("U2")));
  }

  @Test
  void aReactionMayComeBeforeItsWin() {
    scene.reacts("U2", "1763884900.000100", "tada", "1763884901.000000");
    scene.now = scene.now.plus(Duration.ofMinutes(30));
    scene.runs("erase-early-reactions");
    scene.says("U1", "1763884900.000100", "I did a small thing: more");
    scene.now = scene.now.plus(Duration.ofMinutes(60));
    scene.runs("erase-early-reactions");
    assertThat(scene.reactions.of(WinsAndReactions.message("1763884900.000100")))
        .isEqualTo(Map.of("tada", List.of("U2")));
  }

  @Test
  void afterAWhileOnlyThoseOnWinsAndNudgesAreLeft() {
    scene.nudge("1763880000.000001", 2);
    scene.reacts("U2", TS, "tada", "1763884801.000000");
    scene.reacts("U2", "1763880000.000001", "tada", "1763884801.000000");
    scene.reacts("U2", "1763881111.000001", "tada", "1763884801.000000");
    scene.reacts("U3", TS, "eyes", "1763884801.000000");
    scene.takesBack("U3", TS, "eyes", "1763884802.000000");
    scene.runs("erase-early-reactions");
    assertThat(scene.count("reaction")).isEqualTo(4);
    scene.now = scene.now.plus(Duration.ofMinutes(61));
    scene.runs("erase-early-reactions");
    assertThat(scene.count("reaction")).isEqualTo(2);
    assertThat(reactions()).isEqualTo(Map.of("tada", List.of("U2")));
  }

  @Test
  void reactionsFoundOnAnOldMessageAreKeptBelowWhatEventsSay() {
    var room = (ReactionsFeature) scene.rooms().getLast();
    scene.takesBack("U3", TS, "tada", "1763884801.000000");
    room.found(WinsAndReactions.message(TS), List.of(new Given("tada", List.of("U2", "U3"))));
    assertThat(reactions()).isEqualTo(Map.of("tada", List.of("U2")));
    scene.takesBack("U2", TS, "tada", "1763884801.000000");
    assertThat(reactions()).isEmpty();
  }

  private Map<String, List<String>> reactions() {
    return scene.reactions.of(WinsAndReactions.message(TS));
  }
}
