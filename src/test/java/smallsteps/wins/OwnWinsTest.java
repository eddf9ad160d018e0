package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a button of one's own wins does in other hands than its author's. Slack shows it to nobody
/// else, and a request can be made up.
class OwnWinsTest {
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;
  private String key;

  @BeforeEach
  void aWinOfSomebodys() {
    scene = new WinsAndReactions(folder);
    scene.says("U1", "1763884800.000100", "I did a small thing: a sign");
    key = scene.personal.page(WinsAndReactions.user("U1"), 1, 0).getFirst().key();
  }

  @ParameterizedTest
  @ValueSource(strings = {Wins.EDIT_ACTION, Wins.DELETE_ACTION, Wins.HIDE_ACTION})
  void nobodyElsesPressDoesAnything(String action) {
    assertThat(WinsAndReactions.each(scene.presses("U2", action, key))).isEmpty();

    assertThat(scene.personal.page(WinsAndReactions.user("U1"), 1, 0))
        .singleElement()
        .satisfies(own -> assertThat(own.isHidden()).isFalse());
  }

  @Test
  void nobodyElseShowsWhatOneHasHiddenNorEditsIt() {
    scene.presses("U1", Wins.HIDE_ACTION, key);
    scene.presses("U2", Wins.SHOW_ACTION, key);
    scene.submits("win_delete", "U2", "V1", key, Map.of());
    scene.submits("win_edit", "U2", "V1", key, Map.of("win_edit_text", List.of("a lie")));

    assertThat(scene.personal.page(WinsAndReactions.user("U1"), 1, 0))
        .singleElement()
        .satisfies(own -> {
          assertThat(own.isHidden()).isTrue();
          assertThat(own.win().text().kept()).isEqualTo("a sign");
        });
  }
}
