package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A database that holds another workspace's rows as well: an earlier installation's, or a real
/// one's beside which somebody rehearses.
class TwoWorkspacesTest extends EachTransport {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");
  private static final List<String> JOBS =
      List.of(
          "post-nudges",
          "post-digests",
          "tell-owners",
          "ask-about-microactions",
          "ask-what-difference",
          "ask-for-pace");

  @Test
  void whatIsDueInAnotherWorkspaceIsLeftToABotThatIsInstalledThere() throws SQLException {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.change("UPDATE nudge_plan SET team_id = 'T0REAL0001', channel_id = 'C0REAL0001'");
    scene.change("UPDATE weekly SET team_id = 'T0REAL0001', channel_id = 'C0REAL0001'");
    scene.change(
        """
        INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try)
        VALUES ('T0REAL0001', 'deletion', 'C0REAL0001', '1700000000.000100',
          '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z')
        """);
    int before = scene.workspace.calls().size();

    for (Duration later : List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(15))) {
      for (String job : JOBS) {
        scene.runAt(DUE.plus(later), job);
      }
    }

    assertThat(scene.workspace.calls().subList(before, scene.workspace.calls().size()))
        .extracting(call -> call.params().toString())
        .noneMatch(sent -> sent.contains("C0REAL0001"));
    assertThat(scene.exported("nudge")).isEmpty();
    assertThat(scene.count("nudge_slot") + scene.count("digest_slot")).isZero();
    assertThat(scene.count("nudge_plan WHERE pause_reason IS NULL")).isEqualTo(1);
    assertThat(scene.count("outbox WHERE owner IS NULL")).isEqualTo(1);
  }
}
