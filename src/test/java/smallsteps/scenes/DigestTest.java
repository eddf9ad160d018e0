package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;

/// The channel's digest, on Friday 27 November 2026 at 15:00 in Stockholm.
class DigestTest extends EachTransport {
  private static final Instant DUE = Instant.parse("2026-11-27T14:00:00Z");
  private static final String POST = "chat.postMessage";

  @BeforeEach
  void aChannelWithAPlan() {
    scene.alva.command(scene.channel, "/nudge måndag 09:00");
  }

  @Test
  void theWeekIsToldInPeoplesOwnWordsWithoutTheirNames() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte <!channel> dörren");
    scene.ben.react(scene.channel, ts, "tada");
    scene.cleo.react(scene.channel, ts, "tada::skin-tone-3");
    scene.alva.react(scene.channel, ts, "tada");
    scene.ben.command(scene.channel, "/smallthing lärde: blanketten var för lång");

    Message digest = digest().orElseThrow();
    assertThat(digest.text())
        .contains(
            "Veckans små saker",
            "1 liten sak och 1 lärdom",
            "• märkte @channel dörren  :tada: 2",
            "lärde oss av*",
            "• blanketten var för lång",
            "Jag gjorde det också")
        .doesNotContain("<!", "<@", "personer", scene.ben.id());
    assertThat(digest.shown()).contains("märkte @channel dörren", "blanketten var för lång");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void itComesOnceAWeekAlsoAfterARestartAndFromTwoProcesses() throws Exception {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    tick(DUE.minusSeconds(1).toString());
    assertThat(digests()).isEmpty();
    assertThat(digest()).isPresent();
    scene.bot().runNow("post-digests");
    scene.stopBot();
    scene.startBot();
    scene.bot().runNow("post-digests");
    try (var other = scene.anotherBot()) {
      other.runNow("post-digests");
    }
    assertThat(digests()).hasSize(1);

    scene.clock.set(DUE.plus(Duration.ofDays(3)));
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde en användare");
    tick("2026-12-04T14:00:00Z");
    assertThat(digests()).hasSize(2);
    assertThat(digests().getLast().text())
        .contains(
            "ringde en användare", "Gjort, vecka för vecka: v. 48: 1, v. 49: 1. Lärt: v. 48: 0")
        .doesNotContain("märkte upp dörren");
    assertThat(chart(digests().getLast()))
        .containsExactly("Gjort v. 48: 1, v. 49: 1", "Lärt v. 48: 0, v. 49: 0");
  }

  /// A line for each of its series.
  private static List<String> chart(Message digest) {
    JsonObject chart =
        digest.blocks().stream()
            .filter(block -> block.getString("type").equals("data_visualization"))
            .findFirst()
            .orElseThrow()
            .getJsonObject("chart");
    return objects(chart, "series")
        .map(series ->
            objects(series, "data")
                .map(point -> point.getString("label") + ": " + point.getInt("value"))
                .collect(Collectors.joining(", ", series.getString("name") + " ", "")))
        .toList();
  }

  private static Stream<JsonObject> objects(JsonObject holder, String name) {
    return holder.getJsonArray(name).getValuesAs(JsonObject.class).stream();
  }

  @Test
  void whatWasSaidInAnotherChannelIsNotTold() {
    scene.ben.say(scene.workspace.channel("allmänt"), "Jag gjorde en liten sak: ringde");
    assertThat(digest()).isEmpty();
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    tick("2026-12-04T14:00:00Z");
    assertThat(digests().getLast().text()).contains("märkte upp").doesNotContain("ringde");
  }

  @Test
  void itComesOnASundayThatTheChannelChoseAndNotWhereItsGateIsShut() throws Exception {
    scene.alva.command(scene.channel, "/nudge sammanfattning söndag 15:00");
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    tick("2026-11-29T14:00:00Z");
    assertThat(digests()).hasSize(1);

    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.change(
        "INSERT INTO care_channel_off (team_id, channel_id, kind) VALUES ('%s', '%s', 'digest')"
            .formatted(scene.workspace.teamId(), scene.channel.id()));
    tick("2026-12-06T14:00:00Z");
    assertThat(digests()).hasSize(1);
  }

  @Test
  void aWeekWithoutSmallThingsHasNone() {
    assertThat(digest()).isEmpty();
    assertThat(scene.answer(scene.alva, "/smallthing sammanfattning"))
        .contains("ingen hade berättat");
  }

  @Test
  void aPausedChannelHasNoneAndTheNextOneTellsOfThatWeekToo() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.command(scene.channel, "/nudge pausa 1 vecka");
    assertThat(digest()).isEmpty();
    scene.alva.command(scene.channel, "/nudge fortsätt");
    scene.clock.set(DUE.plus(Duration.ofDays(6)));
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    tick("2026-12-04T14:00:00Z");
    assertThat(digests().getLast().text()).contains("ringde", "märkte upp dörren");
  }

  @Test
  void onAHolidayThereIsNoneAndNothingIsLost() {
    tick("2026-12-18T14:00:00Z");
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    tick("2026-12-25T14:00:00Z");
    tick("2027-01-01T14:00:00Z");
    assertThat(digests()).isEmpty();
    assertThat(scene.answer(scene.alva, "/smallthing digest"))
        .contains("Den 1 januari kom ingen: det var en ledig dag");
    tick("2027-01-08T14:00:00Z");
    assertThat(digests().getLast().text()).contains("märkte upp dörren");
  }

  @Test
  void whereTheChannelKeepsHolidaysTheDigestComesThenToo() {
    scene.alva.command(scene.channel, "/nudge keep holidays");
    scene.alva.command(scene.channel, "/nudge keep eves");
    tick("2026-12-18T14:00:00Z");
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    tick("2026-12-25T14:00:00Z");
    assertThat(digests()).hasSize(1);
  }

  @Test
  void whoWondersIsToldWhyAndWhereTheChannelWantsNoMoreThereIsNone() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    Message digest = digest().orElseThrow();
    scene.ben.press(digest, "care_why", "digest");
    assertThat(scene.modal(scene.ben).shown())
        .contains("En gång i veckan berättar jag för kanalen", "/nudge sammanfattning av");
    assertThat(scene.modal(scene.ben).actionIds()).isEmpty();
    assertThat(digest.text())
        .contains("Varför ser jag det här?” eller skriv `/nudge`")
        .doesNotContain("/smallthing inställningar");
    scene.ben.command(scene.channel, "/nudge sammanfattning av");

    scene.clock.set(DUE.plus(Duration.ofDays(1)));
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    tick("2026-12-04T14:00:00Z");
    assertThat(digests()).hasSize(1);
  }

  @Test
  void tooLateIsNotAtAll() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.clock.set(DUE.plus(Duration.ofHours(5)));
    scene.bot().runNow("post-digests");
    assertThat(digests()).isEmpty();
  }

  @Test
  void aPostWhoseAnswerWasLostIsFoundAndNotMadeAgain() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.workspace.faults().doneLater(POST, 1);
    assertThat(digest()).isEmpty();
    scene.workspace.faults().doHeld();
    scene.clock.set(DUE.plus(Duration.ofSeconds(61)));
    scene.bot().runNow("post-digests");
    scene.clock.set(DUE.plus(Duration.ofSeconds(200)));
    scene.bot().runNow("post-digests");
    assertThat(digests()).hasSize(1);
  }

  @Test
  void beforehandOneSeesAloneWhatItWouldSay() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    Message seen = scene.cleo.command(scene.channel, "/smallthing digest").message();
    assertThat(seen.isEphemeral()).isTrue();
    assertThat(seen.text())
        .contains("Only you see this", "every Friday at 15:00", "märkte upp dörren");
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void fromItOneSaysThatOneDidItToo() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    Message digest = digest().orElseThrow();
    scene.ben.select(digest, "win_too", ts);
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    assertThat(scene.lastMessage().threadTs()).isEqualTo(ts);
    assertThat(scene.lastMessage().text()).contains("Idén har nu nått 2 personer");

    tick("2026-12-04T14:00:00Z");
    assertThat(digests().getLast().text())
        .contains(
            "1 liten sak och 0", "• märkte upp dörren", "Idén har nu nått 2 personer i 1 kanal")
        .doesNotContain("• Jag gjorde det också");
  }

  @Test
  void aLongWeekIsCutAndSaysHowManyMore() {
    for (int i = 0; i < 40; i++) {
      scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + "& lång ".repeat(40));
    }
    scene.ben.command(scene.channel, "/smallthing lärde: " + "<lång> ".repeat(40));
    Message digest = digest().orElseThrow();
    assertThat(digest.text()).contains("till: skriv `/smallthing lista`").hasSizeLessThan(4000);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  private void tick(String at) {
    scene.runAt(Instant.parse(at), "post-digests");
  }

  private Optional<Message> digest() {
    tick(DUE.toString());
    return digests().stream().findFirst();
  }

  private List<Message> digests() {
    return scene.messages().stream()
        .filter(
            message -> message.metadata().getString("event_type", "").equals("smallsteps_digest"))
        .toList();
  }
}
