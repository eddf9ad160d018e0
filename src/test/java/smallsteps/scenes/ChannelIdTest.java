package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A channel that was made private, or is shared from now on, has another id: all that is kept of
/// it goes with it.
class ChannelIdTest extends OverheardScene {
  private static final String NEW = "C0NEWID0001";
  private static final String CHANNELS =
      """
      SELECT t.name || ' ' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name LIKE '%channel%'
      """;

  @Test
  void allThatIsKeptOfAChannelGoesWithItWhicheverTableItIsIn() throws Exception {
    much();
    List<String> filled = holding(scene.channel.id());
    assertThat(filled).hasSizeGreaterThan(5);

    isTold(scene.channel.id(), NEW);
    isTold(scene.channel.id(), NEW);

    assertThat(holding(scene.channel.id())).isEmpty();
    assertThat(holding(NEW)).containsAll(filled);
    assertThat(scene.exported()).allMatch(row -> row.getString("channel").equals(NEW));
    assertThat(scene.exported("win"))
        .anySatisfy(win -> assertThat(win.getJsonObject("reactions")).containsKey("tada"));
  }

  @Test
  void noTableNamesAChannelInAWayThatDoesNotGoWithIt() throws Exception {
    assertThat(scene.texts(CHANNELS))
        .isNotEmpty()
        .allMatch(column -> column.matches("\\S+ (\\w+_)?channel_id"), "a column channel_id");
  }

  @Test
  void whatIsKeptUnderTheNewIdAlreadyStandsWhereThereCanBeOneOnly() throws Exception {
    scene.alva.command(scene.channel, "/nudge fredag 13:15");
    var other = scene.workspace.openChannel("annan");
    scene.alva.command(other, "/nudge tisdag 09:00");

    isTold(scene.channel.id(), other.id());

    assertThat(scene.texts("SELECT channel_id || ' ' || local_time FROM nudge_plan"))
        .containsExactly(other.id() + " 09:00");
  }

  private void much() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30 digest");
    scene.alva.command(scene.channel, "/nudge now");
    String ts = scene.ben.say(scene.channel, "I did a small thing: labelled the door");
    scene.alva.react(scene.channel, ts, "tada");
    scene.cleo.messageShortcut("did_it_too", scene.channel, ts);
    scene.cleo.submit(scene.modal(scene.cleo), Map.of("spread_text", "labelled another"));
    scene.ben.invite(scene.channel, scene.workspace.botUserId());
    scene.runAt(Scene.BEGINNING.plusSeconds(1800), "post-nudges");
  }

  private void isTold(String oldId, String newId) {
    between.saysItSo(
        sent -> sent.body().contains("\"message\"") ? asChangeOfId(sent, oldId, newId) : sent);
    scene.alva.say(scene.channel, "hej");
    scene.bot().awaitIdle();
    between.saysItSo(same -> same);
    scene.workspace.retryUntilAcknowledged();
  }

  private static Delivered asChangeOfId(Delivered sent, String oldId, String newId) {
    JsonObjectBuilder event =
        Json.createObjectBuilder()
            .add("type", "channel_id_changed")
            .add("old_channel_id", oldId)
            .add("new_channel_id", newId)
            .add("event_ts", "1795424401.000900");
    return Delivered.event(
        Json.createObjectBuilder(Scene.json(sent.json())).add("event", event).build().toString());
  }

  /// The columns in which this channel stands.
  private List<String> holding(String channelId) throws SQLException {
    var holding = new ArrayList<String>();
    for (String column : scene.texts(CHANNELS)) {
      String[] parts = column.split(" ");
      String sql = "SELECT 1 FROM %s WHERE %s = '%s'".formatted(parts[0], parts[1], channelId);
      if (!scene.texts(sql).isEmpty()) {
        holding.add(column);
      }
    }
    return holding;
  }
}
