package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.View;

/// A channel's settings without typing.
class SettingsTest extends EachTransport {

  @AfterEach
  void nothingWasWarnedOf() {
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void bareNudgeOpensTheSettingsAndWhatIsChosenThereIsThePlan() {
    View modal = opened(scene.alva);
    assertThat(modal.title()).isEqualTo("Nudgar i kanalen");
    assertThat(modal.shown()).contains("Veckodag", "Tidszon", "Hoppa över", "röda dagar");
    assertThat(modal.actionIds()).doesNotContain("nudge_state");

    View told =
        saved(
            scene.alva,
            modal,
            Map.of(
                "nudge_weekday", "TUESDAY",
                "nudge_time", "10:30",
                "nudge_zone", "Europe/Helsinki",
                "nudge_language", "en",
                "nudge_skips", "red_day,summer",
                "nudge_digest_day", "THURSDAY",
                "nudge_digest_time", "14:00",
                "nudge_who", "owner"));

    assertThat(told.shown())
        .contains("varje tisdag kl. 10:30 (Europe/Helsinki), på engelska")
        .contains("tisdag 24 november 2026 kl. 10:30")
        .contains("Jag hoppar över röda dagar och sommarveckorna.")
        .contains("Varje torsdag kl. 14:00")
        .contains("Bara <@" + scene.alva.id() + ">");
    assertThat(typed(scene.alva, "visa")).contains("varje tisdag kl. 10:30 (Europe/Helsinki)");
  }

  @Test
  void howOftenIsTypedOrChosenAndComesSo() {
    assertThat(typed(scene.alva, "varannan tisdag 10:30"))
        .contains("varannan tisdag kl. 10:30", "Nästa nudge kommer tisdag 24 november");
    assertThat(typed(scene.alva, "nästa"))
        .contains("24 november", "8 december")
        .doesNotContain("1 december");
    assertThat(typed(scene.alva, "11:00")).contains("varannan tisdag kl. 11:00");

    View modal = opened(scene.alva);
    assertThat(field(modal, "nudge_every").split("initial_option")[1]).contains("weeks:2");
    assertThat(saved(scene.alva, modal, Map.of("nudge_every", "month:-1")).shown())
        .contains("den sista tisdagen i månaden kl. 11:00", "tisdag 24 november 2026 kl. 11:00");
    assertThat(typed(scene.alva, "nästa"))
        .contains("24 november", "29 december", "26 januari")
        .doesNotContain("8 december");
    assertThat(typed(scene.alva, "varje tisdag")).contains("varje tisdag kl. 11:00");
    assertThat(typed(scene.alva, "varje månad")).contains("Vilken vecka i månaden?");
  }

  @Test
  void whatIsSaidOfTheDigestIsAnsweredAboutTheDigestAlone() {
    assertThat(typed(scene.alva, "sammanfattning av"))
        .isEqualTo("Ingen sammanfattning av veckan kommer.");
    typed(scene.alva, "måndag 9");
    assertThat(typed(scene.alva, "sammanfattning av"))
        .isEqualTo("Klart. Ingen sammanfattning av veckan kommer.");
    assertThat(typed(scene.cleo, "digest off")).isEqualTo("Done. There is no weekly digest.");
    assertThat(typed(scene.cleo, "digest thursday"))
        .startsWith("Done. A digest of the week’s small things comes every Thursday");
  }

  @Test
  void theModalShowsWhatWasTypedAndTurnsItOffOrPausesIt() {
    typed(scene.alva, "fredag 13:15 asia/kolkata engelska");
    typed(scene.alva, "hoppa över klämdagar");
    typed(scene.alva, "sammanfattning av");
    View modal = opened(scene.ben);
    assertThat(field(modal, "nudge_weekday")).contains("FRIDAY");
    assertThat(field(modal, "nudge_time")).contains("13:15");
    assertThat(field(modal, "nudge_zone")).contains("Asia/Kolkata");
    assertThat(field(modal, "nudge_language")).contains("\"value\":\"en\"");
    assertThat(field(modal, "nudge_skips").split("initial_options")[1]).contains("bridge_day");
    assertThat(field(modal, "nudge_digest_day").split("initial_option")[1]).contains("none");

    Map<String, String> paused = Map.of("nudge_state", "paused", "nudge_until", "2026-12-14");
    assertThat(saved(scene.ben, modal, paused).shown()).contains("vilar till", "14 december");
    modal = opened(scene.ben);
    assertThat(modal.shown()).contains("vilar");
    assertThat(saved(scene.ben, modal, Map.of("nudge_state", "on")).shown())
        .contains("Nästa nudge kommer fredag 27 november");
    assertThat(saved(scene.ben, opened(scene.ben), Map.of("nudge_state", "off")).shown())
        .contains("inga fler nudgar");
    assertThat(typed(scene.alva, "visa")).contains("inga nudgar inplanerade");
  }

  @Test
  void whatDoesNotGoTogetherIsToldBesideItsFieldAndNothingTypedIsLost() {
    typed(scene.alva, "fredag 13:15");
    View modal = opened(scene.alva);
    String here = ":" + scene.channel.id();

    var answer =
        scene.alva.submit(
            modal,
            Map.of(
                "nudge_time", "08:45",
                "nudge_state", "paused",
                "nudge_until", "2026-11-23",
                "nudge_zone", "Mars/Olympus",
                "nudge_digest_time", ""));
    assertThat(answer.body().getString("response_action")).isEqualTo("errors");
    View kept = scene.workspace.modal(scene.alva).orElseThrow();
    assertThat(kept.errors())
        .containsOnlyKeys("nudge_until" + here, "nudge_zone" + here, "nudge_digest_time" + here);
    assertThat(kept.errors().get("nudge_until" + here)).contains("senare dag");

    scene.alva.submit(
        modal,
        Map.of(
            "nudge_state", "on",
            "nudge_until", "2026-12-24",
            "nudge_zone", "Europe/Oslo",
            "nudge_digest_day", "none"));
    assertThat(scene.workspace.modal(scene.alva).orElseThrow().errors().get("nudge_until" + here))
        .contains("”pausade”");
    assertThat(typed(scene.alva, "visa")).contains("13:15 (Europe/Stockholm)");
    assertThat(
            saved(scene.alva, modal, Map.of("nudge_until", "", "nudge_digest_day", "none")).shown())
        .contains("varje fredag kl. 08:45 (Europe/Oslo)", "Ingen sammanfattning");
  }

  @Test
  void whatIsDueStaysDueWhenAnotherSettingIsSaved() throws Exception {
    typed(scene.alva, "måndag 10:30");
    typed(scene.alva, "sammanfattning måndag 10:30");
    scene.change(
        """
        UPDATE weekly SET every_weeks = 2, counted_from = '2026-11-23' WHERE kind = 'nudge'
        """);
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.clock.set(Instant.parse("2026-11-23T09:30:30Z"));
    assertThat(saved(scene.alva, opened(scene.alva), Map.of("nudge_who", "owner")).shown())
        .contains("varannan måndag");

    scene.bot().runNow("post-nudges");
    scene.bot().runNow("post-digests");

    assertThat(scene.messages())
        .extracting(message -> message.metadata().getString("event_type", ""))
        .containsExactly("", "smallsteps_nudge", "smallsteps_digest");
  }

  @Test
  void aPauseEndsOnADayOfTheChannelsZoneAndAMistakeIsToldInOnesOwnLanguage() {
    typed(scene.alva, "fredag 13:15");
    scene.clock.set(Instant.parse("2026-11-23T23:30:00Z"));
    View modal = opened(scene.cleo);
    scene.cleo.submit(modal, Map.of("nudge_state", "paused", "nudge_until", "2026-11-24"));
    assertThat(scene.modal(scene.cleo).errors().values())
        .singleElement()
        .asString()
        .contains("already past");
  }

  @Test
  void theZonesBeginWithThePersonsOwnAndFollowWhatIsTyped() {
    View modal = opened(scene.cleo);
    assertThat(values(scene.cleo, modal, "")).first().isEqualTo("Europe/London");
    assertThat(values(scene.cleo, modal, "")).hasSizeLessThanOrEqualTo(100);
    assertThat(values(scene.cleo, modal, "new y")).containsExactly("America/New_York");
    assertThat(values(scene.cleo, modal, "stockh")).first().isEqualTo("Europe/Stockholm");
    assertThat(values(scene.cleo, modal, "atlantis")).isEmpty();
  }

  @Test
  void anotherChannelChosenInTheModalBringsThatChannelsSettings() {
    Conversation other = scene.workspace.channel("allmänt");
    typed(scene.alva, "fredag 13:15");
    scene.alva.command(other, "/nudge onsdag 07:00");
    View modal = opened(scene.alva);

    assertThat(scene.alva.submit(modal, Map.of("nudge_channel", other.id())).body().toString())
        .contains("nudge_channel");
    scene.alva.select(modal, "nudge_channel", other.id());
    scene.bot().awaitIdle();
    View shown = scene.workspace.modal(scene.alva).orElseThrow();
    assertThat(shown.privateMetadata()).isEqualTo(other.id());
    assertThat(field(shown, "nudge_weekday").split("initial_option")[1]).contains("WEDNESDAY");
    assertThat(saved(scene.alva, shown, Map.of("nudge_time", "08:00")).shown())
        .contains("varje onsdag kl. 08:00");
    assertThat(typed(scene.alva, "visa")).contains("varje fredag kl. 13:15");
  }

  @Test
  void whoMayNotChangeThemReadsThemAndIsToldWhomToAsk() {
    typed(scene.alva, "fredag 13:15");
    typed(scene.alva, "bara jag");

    View locked = opened(scene.cleo);
    assertThat(locked.json().isNull("submit")).isTrue();
    assertThat(locked.shown()).contains("every Friday at 13:15", "<@" + scene.alva.id() + ">");
    assertThat(typed(scene.cleo, "pause")).contains("only <@" + scene.alva.id() + ">");
    assertThat(opened(scene.alva).json().isNull("submit")).isFalse();
  }

  @Test
  void aChannelThatWasKeptMeanwhileIsNotChanged() {
    typed(scene.alva, "fredag 13:15");
    View modal = opened(scene.ben);
    typed(scene.alva, "bara jag");
    assertThat(saved(scene.ben, modal, Map.of("nudge_time", "08:00")).shown())
        .contains("Ingenting är ändrat");
    assertThat(typed(scene.alva, "visa")).contains("varje fredag kl. 13:15");
  }

  @Test
  void whereNoModalOpensThePlanAndWhatCanBeTypedAreSaid() {
    typed(scene.alva, "fredag 13:15");
    scene.workspace.faults().refuse("views.open", "expired_trigger_id", 1);
    var answer = scene.alva.command(scene.channel, "/nudge");
    scene.bot().awaitIdle();
    assertThat(answer.message().text()).contains("varje fredag kl. 13:15", "Du kan också skriva");
    assertThat(scene.workspace.modal(scene.alva)).isEmpty();
  }

  private View opened(Person person) {
    scene.workspace.modal(person).ifPresent(person::close);
    assertThat(person.command(scene.channel, "/nudge").acked()).isTrue();
    return scene.modal(person);
  }

  /// What the modal says once it is saved.
  private View saved(Person person, View modal, Map<String, String> filled) {
    var answer = person.submit(modal, filled);
    assertThat(answer.body().getString("response_action")).isEqualTo("update");
    return scene.workspace.modal(person).orElseThrow();
  }

  private String typed(Person person, String text) {
    return scene.answer(person, "/nudge " + text);
  }

  private List<String> values(Person person, View modal, String typed) {
    return person.options(modal, "nudge_zone", typed).stream()
        .map(option -> option.getString("value"))
        .toList();
  }

  /// The element as it was sent.
  private static String field(View view, String actionId) {
    return view.blocks().stream()
        .filter(block -> block.containsKey("element"))
        .map(block -> block.getJsonObject("element"))
        .filter(element -> element.getString("action_id").equals(actionId))
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
