package smallsteps.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Feature;
import smallsteps.UserTable;
import smallsteps.wins.WinsAndReactions;

class ForgetTest {
  @TempDir Path folder;

  @Test
  void aForgottenPersonIsGoneAndOthersStay() {
    try (var scene = new WinsAndReactions(folder)) {
      scene.says("U1", "1763884800.000100", "I did a small thing: mine");
      scene.says("U2", "1763884801.000100", "I did a small thing: theirs");
      scene.reacts("U2", "1763884800.000100", "tada", "1763884802.000000");
      scene.reacts("U1", "1763884801.000100", "tada", "1763884802.000000");
      scene.reacts("U3", "1763884801.000100", "tada", "1763884803.000000");

      var forget = new Forget(tables(scene.rooms().stream()));
      assertThat(forget.forget(WinsAndReactions.user("U1")))
          .isEqualTo(Map.of("win", 1, "name", 0, "reaction", 1));
      assertThat(forget.forget(WinsAndReactions.user("U1")))
          .isEqualTo(Map.of("win", 0, "name", 0, "reaction", 0));
      assertThat(scene.texts()).containsExactly("theirs");
      assertThat(scene.reactions.ofAll(null))
          .isEqualTo(
              Map.of(WinsAndReactions.message("1763884801.000100"), Map.of("tada", List.of("U3"))));
    }
  }

  private static List<UserTable> tables(Stream<? extends Feature> rooms) {
    return rooms.flatMap(room -> room.userTables().stream()).toList();
  }
}
