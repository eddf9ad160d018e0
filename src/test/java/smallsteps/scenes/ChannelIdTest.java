package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;
import smallsteps.storage.Migrated;

/// A channel that was made private, or is shared from now on, has another id: all that is kept of
/// it goes with it.
class ChannelIdTest extends OverheardScene {
  private static final String NEW = "C0NEWID0001";
  private static final String CHANNELS =
      "SELECT tab || ' ' || col FROM "
          + Migrated.DIALECT.columns()
          + " c WHERE col LIKE '%channel%' ORDER BY tab, col";
  private static final String POST = "chat.postMessage";
  private static final Instant FIRST_ASKED = Instant.parse("2026-12-07T12:00:00Z");
  private static final Instant THEN_ASKED = Instant.parse("2026-12-21T12:30:00Z");

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

    assertThat(
            scene.texts("SELECT channel_id || ' ' || local_time FROM weekly WHERE kind = 'nudge'"))
        .containsExactly(other.id() + " 09:00");
  }

  @Test
  void whatIsOwedAboutAChannelIsOwedAboutItStill() throws Exception {
    owesOfEachKindAboutTheChannel();
    assertThat(kindsAbout(scene.channel.id()))
        .containsExactly("difference_question", "difference_told", "owner_notice");

    isTold(scene.channel.id(), NEW);
    assertThat(kindsAbout(scene.channel.id())).isEmpty();
    scene.untilNothingIsOwed();

    assertThat(scene.direct(scene.alva))
        .extracting(Message::text)
        .anySatisfy(notice -> assertThat(notice).contains("<#" + NEW + ">"))
        .anySatisfy(told -> assertThat(told).contains("ingen går fel längre"))
        .anySatisfy(asked -> assertThat(asked).contains("städade köket"));
  }

  @Test
  void whatIsUnderWayMeanwhileStandsOnce() throws Exception {
    scene.workspace.faults().answerLate(POST, Duration.ofSeconds(20), 1);
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.workspace.await(
        "it to be on its way", () -> scene.workspace.messages(scene.channel).stream().findFirst());
    tell(scene.channel.id(), NEW);
    scene.workspace.await(
        "the new id", () -> Optional.of(NEW).filter(id -> kindsUnder(id).contains("win")));
    scene.untilNothingIsOwed();

    assertThat(scene.workspace.calls(POST)).hasSize(1);
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.texts("SELECT post_state || ' ' || channel_id FROM win"))
        .containsExactly("posted " + NEW);
  }

  private void owesOfEachKindAboutTheChannel() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    wantsToBeAskedAbout("märkte upp dörren");
    scene.runAt(FIRST_ASKED, "ask-what-difference");
    Message asked = scene.direct(scene.alva).getLast();
    wantsToBeAskedAbout("städade köket");
    scene.clock.set(THEN_ASKED);
    scene.ben.archive(scene.channel);
    scene.bot().awaitIdle();
    scene.workspace.faults().rateLimit(POST, Duration.ofMinutes(5), 1);
    scene.workspace.faults().rateLimit("chat.update", Duration.ofMinutes(5), 1);
    scene.bot().runNow("tell-owners");
    scene.bot().runNow("ask-what-difference");
    scene.alva.press(asked, "difference_tell");
    scene.alva.submit(scene.modal(scene.alva), Map.of("difference_text", "ingen går fel längre"));
    scene.bot().awaitIdle();
  }

  private void wantsToBeAskedAbout(String done) {
    scene.alva.command(scene.channel, "/smallthing " + done);
    scene.alva.press(scene.onlyFor(scene.alva), "win_difference");
  }

  private List<String> kindsAbout(String channelId) throws SQLException {
    return scene.texts(
        "SELECT DISTINCT kind FROM outbox WHERE subject LIKE '%%%s%%' ORDER BY kind"
            .formatted(channelId));
  }

  private List<String> kindsUnder(String channelId) {
    try {
      return scene.texts("SELECT kind FROM outbox WHERE channel_id = '%s'".formatted(channelId));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
    tell(oldId, newId);
    scene.bot().awaitIdle();
    scene.workspace.retryUntilAcknowledged();
  }

  private void tell(String oldId, String newId) {
    between.saysItSo(
        sent -> sent.body().contains("\"message\"") ? asChangeOfId(sent, oldId, newId) : sent);
    scene.alva.say(scene.workspace.channel("allmänt"), "hej");
    between.saysItSo(same -> same);
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
