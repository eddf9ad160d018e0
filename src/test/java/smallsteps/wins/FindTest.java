package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.User;
import smallsteps.bench.Fill;
import smallsteps.storage.ChannelIds;
import smallsteps.storage.Database;

/// The search for a word that so many small things have that they are not weighed all.
class FindTest {
  private static final String COMMON = "och";

  private static final User NOBODY = new User("T0REHEARSE1", "U0NOBODY");

  @TempDir private static Path folder;
  private static Database database;
  private static Wins wins;
  private static User somebody;
  private static Channel here;

  @BeforeAll
  static void aFilledDatabase() throws SQLException {
    Path file = folder.resolve("filled.db");
    Fill.into(file, 3000, Instant.parse("2026-11-23T08:00:00Z"));
    database = Database.open("jdbc:sqlite:" + file);
    wins = new Wins(database);
    here = new Channel("T0REHEARSE1", "C0FILL1");
    somebody = new User(here.teamId(), "U0FILL0");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void theNewestWithItAreFound() {
    List<Win> found = found(somebody, here.id());

    assertThat(found).hasSize(10).isSortedAccordingTo(Comparator.comparing(Win::saidAt).reversed());
    assertThat(found).allMatch(win -> isFor(win, somebody, here.id()));
    Instant oldest = found.getLast().saidAt();
    assertThat(all().stream().filter(win -> isFor(win, somebody, here.id())))
        .filteredOn(win -> win.saidAt().isAfter(oldest))
        .as("what was said since")
        .allMatch(found::contains);
  }

  @Test
  void thoseInExactlyTheseLettersComeFirst() {
    assertThat(found(somebody, here.id(), "fragade"))
        .as("none is spelled so")
        .hasSize(10)
        .allMatch(win -> win.text().kept().contains("frågade"));
  }

  /// However many of them are newer.
  @Test
  void hiddenOnesAreFoundByTheirAuthorsAlone() {
    List<Win> others =
        all().stream()
            .filter(win -> isFor(win, NOBODY, here.id()) && !somebody.id().equals(win.userId()))
            .toList();
    List<Win> newer = others.subList(1, others.size());
    newer.forEach(win -> hide(win, true));
    try {
      assertThat(newer).hasSizeGreaterThan(200);
      assertThat(wins.find(NOBODY, here.id(), List.of(COMMON), 300))
          .contains(others.getFirst())
          .doesNotContainAnyElementsOf(newer);
      assertThat(found(new User(here.teamId(), newer.getLast().userId()), here.id()))
          .contains(newer.getLast());
    } finally {
      newer.forEach(win -> hide(win, false));
    }
  }

  @Test
  void aChannelWithAnotherIdIsSearchedByThat() {
    int before = found(somebody, "C0FILL0NEW").size();
    new ChannelIds(database).change(here.teamId(), "C0FILL2", "C0FILL0NEW");

    assertThat(found(somebody, "C0FILL0NEW").stream().map(Win::channelId))
        .as("%d of their own before", before)
        .contains("C0FILL0NEW")
        .doesNotContain("C0FILL2");
  }

  private static List<Win> found(User user, String channelId) {
    return found(user, channelId, COMMON);
  }

  private static List<Win> found(User user, String channelId, String word) {
    return wins.find(user, channelId, List.of(word), 10);
  }

  private static List<Win> all() {
    return wins.ofAll(null, null, null).stream()
        .filter(win -> win.text().kept().contains(COMMON))
        .toList();
  }

  private static boolean isFor(Win win, User user, String channelId) {
    return win.teamId().equals(user.teamId())
        && (win.channelId().equals(channelId) || user.id().equals(win.userId()));
  }

  private static void hide(Win win, boolean hidden) {
    database.write(sql -> sql.update("UPDATE win SET hidden = ? WHERE ts = ?", hidden, win.ts()));
  }
}
