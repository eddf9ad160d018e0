package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Prompts;

class RotationTest {
  private static final int ALL = 42;
  private static final String START = "2026-11-20T12:00:00Z";
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void allPromptsAreAskedBeforeOneComesAgainAndNoPrincipleWaitsLong() {
    try (var scene = new NudgesScene(folder, "one", START)) {
      List<String> asked = asked(scene, "C1", 3 * ALL);
      for (int round = 0; round < 3; round++) {
        assertThat(asked.subList(round * ALL, (round + 1) * ALL)).doesNotHaveDuplicates();
      }
      List<Integer> principles =
          scene.nudges.ofAll(null, null, "C1").stream().map(Nudge::principle).toList();
      for (int i = 0; i + 7 <= principles.size(); i += 7) {
        assertThat(new HashSet<>(principles.subList(i, i + 7))).hasSize(7);
      }
    }
  }

  @Test
  void twoProcessesWithTheSameHistoryAgreeAndChannelsDiffer() {
    try (var one = new NudgesScene(folder, "one", START);
        var two = new NudgesScene(elsewhere, "two", START)) {
      List<String> asked = asked(one, "C1", ALL);
      assertThat(asked(two, "C1", ALL)).isEqualTo(asked);
      assertThat(asked(two, "C2", ALL)).isNotEqualTo(asked);
    }
  }

  @Test
  void aNudgeThatWasNotPostedUsesNothingUp() {
    try (var scene = new NudgesScene(folder, "one", START)) {
      var refused = scene.typeNow("C1");
      refused.refused("msg_too_long");
      scene.later(Duration.ofDays(1));
      assertThat(scene.typeNow("C1").content().text()).isEqualTo(refused.content().text());
    }
  }

  @Test
  void aPromptThatIsNewInTheFileComesBeforeTheNextRound() {
    var prompts = Prompts.load(ConfigFiles.packed(), NudgesScene.SWEDISH).in(NudgesScene.SWEDISH);
    var old = new HashSet<String>();
    prompts.subList(1, ALL).forEach(prompt -> old.add(prompt.id()));
    var history = new SlotStore.History(4, old, java.util.Map.of());
    var turn = new Rotation(prompts).next(new Channel("T1", "C1"), history);
    assertThat(turn.prompt()).isEqualTo(prompts.getFirst());
    assertThat(turn.round()).isEqualTo(4);
  }

  private static List<String> asked(NudgesScene scene, String channelId, int times) {
    var asked = new ArrayList<String>();
    IntStream.range(0, times)
        .forEach(_ -> {
          var post = scene.later(Duration.ofDays(1)).typeNow(channelId);
          post.done(scene.ts());
          asked.add(post.content().text());
        });
    return asked;
  }
}
