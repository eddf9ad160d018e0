package smallsteps.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.User;
import smallsteps.wins.WinsAndReactions;

class DifferenceStoreTest {
  private static final String TS = "1763884800.000100";
  @TempDir Path folder;

  /// Slack shows the button to one person, and a request can be made up.
  @Test
  void theQuestionIsItsAuthorsAlone() {
    try (var scene = new WinsAndReactions(folder)) {
      scene.says("U1", TS, "I did a small thing: a sign");
      var at = Instant.parse("2026-12-07T12:00:00Z");
      var question = new Question(WinsAndReactions.user("U1"), "C1", TS, at, null, null);
      scene.database.write(sql -> new DifferenceStore(sql).add(question));

      assertThat(found(scene, WinsAndReactions.user("U1"))).isTrue();
      assertThat(found(scene, WinsAndReactions.user("U2"))).isFalse();
      assertThat(found(scene, new User("T2", "U1"))).isFalse();
    }
  }

  private static boolean found(WinsAndReactions scene, User user) {
    return scene.database.read(sql -> new DifferenceStore(sql).find(user, "C1 " + TS)).isPresent();
  }
}
