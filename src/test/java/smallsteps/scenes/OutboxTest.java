package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;

/// What the bot owes Slack is done once in the end, whatever Slack makes of it first.
class OutboxTest extends EachTransport {
  private static final String POST = "chat.postMessage";
  private static final Duration LEASE = Duration.ofSeconds(61);
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");

  /// What a call meets instead of Slack's answer.
  private enum Met {
    A_LIMIT,
    A_FAULT,
    NO_SERVICE,
    A_GATEWAY_THAT_GAVE_UP,
    A_RESET_AFTER_IT_WAS_DONE,
    A_PAGE_AFTER_IT_WAS_DONE,
    AN_ANSWER_THAT_SAYS_NOTHING;

    void by(String method, Faults faults) {
      switch (this) {
        case A_LIMIT -> faults.rateLimit(method, Duration.ofSeconds(1), 1);
        case A_FAULT -> faults.status(method, 500, 1);
        case NO_SERVICE -> faults.status(method, 503, 1);
        case A_GATEWAY_THAT_GAVE_UP -> faults.status(method, 504, 1);
        case A_RESET_AFTER_IT_WAS_DONE -> faults.doneButCut(method, 1);
        case A_PAGE_AFTER_IT_WAS_DONE -> faults.garble(method, _ -> "<html>", 1);
        case AN_ANSWER_THAT_SAYS_NOTHING -> faults.garble(method, _ -> "{\"ok\":true}", 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPostedStandsOnceHoweverSlackFailsFirst(Met met) {
    meets(met, POST);
    scene.alva.command(scene.channel, "/principle share 3");
    meets(met, POST);
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    meets(met, POST);
    scene.propose("vattna blomman");
    meets(met, POST);
    scene.alva.command(scene.channel, "/nudge nu");
    scene.untilNothingIsOwed();

    assertThat(scene.messages()).hasSize(4);
    assertThat(shown()).containsOnlyOnce("märkte upp dörren").containsOnlyOnce("vattna blomman");
    assertThat(scene.exported("nudge"))
        .singleElement()
        .satisfies(nudge -> assertThat(nudge.getString("state")).isEqualTo("posted"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsChangedIsChangedInTheEndHoweverSlackFailsFirst(Met met) {
    scene.alva.command(scene.channel, "/smallthing mejlade om dörn");
    String edited = scene.lastMessage().ts();
    scene.propose("vattna blomman");
    Message proposal = scene.lastMessage();
    meets(met, "views.publish");
    scene.alva.openHome();
    meets(met, "chat.update");
    scene.chooses(scene.alva, "win_edit");
    scene.alva.submit(scene.modal(scene.alva), Map.of("win_edit_text", "mejlade om dörren"));
    meets(met, "chat.update");
    scene.ben.press(proposal, "microaction_accept");
    meets(met, "reactions.add");
    String said = scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.untilNothingIsOwed();

    assertThat(scene.message(edited).text()).contains("mejlade om dörren");
    assertThat(scene.message(proposal.ts()).text()).contains(scene.ben.id());
    assertThat(scene.message(said).reactions()).containsKey("seedling");
    assertThat(scene.home(scene.alva).shown()).contains("ringde");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTakenAwayIsGoneInTheEndHoweverSlackFailsFirst(Met met) {
    scene.alva.command(scene.channel, "/smallthing mejlade om dörren");
    String kept = scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.bot().awaitIdle();
    scene.alva.openHome();
    meets(met, "chat.delete");
    meets(met, "reactions.remove");
    scene.alva.press(scene.home(scene.alva), "privacy_erase");
    scene.untilNothingIsOwed();

    assertThat(scene.messages()).extracting(Message::ts).containsExactly(kept);
    assertThat(scene.message(kept).reactions()).doesNotContainKey("seedling");
  }

  @Test
  void whatIsOwedWhenTheBotEndsIsDoneByTheNextOne() throws Exception {
    scene.alva.command(scene.channel, "/smallthing mejlade om dörren");
    String posted = scene.lastMessage().ts();
    scene.alva.openHome();
    scene.bot().awaitIdle();
    for (String method : List.of(POST, "chat.delete", "reactions.add")) {
      scene.workspace.faults().rateLimit(method, Duration.ofMinutes(5), 1);
    }
    scene.alva.command(scene.channel, "/principle share 3");
    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    String said = scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.propose("vattna blomman");
    scene.stopBot();
    assertThat(scene.owed()).isGreaterThanOrEqualTo(4);

    scene.clock.set(scene.clock.instant().plus(LEASE));
    scene.startBot();
    scene.untilNothingIsOwed();

    assertThat(scene.workspace.message(scene.channel, posted)).isEmpty();
    assertThat(scene.message(said).reactions()).containsKey("seedling");
    assertThat(scene.messages()).hasSize(3);
    assertThat(shown()).containsOnlyOnce("vattna blomman");
  }

  @Test
  void whatIsAskedInPrivateIsAskedOnceAlsoWhenSlackFailsFirst() {
    scene.alva.command(scene.channel, "/nudge nu");
    scene.alva.press(scene.lastMessage(), "microaction_minutes:5");
    scene.alva.press(scene.onlyFor(scene.alva), "microaction_promise");
    scene.alva.command(scene.workspace.channel("allmänt"), "/smallthing märkte upp dörren");
    scene.alva.press(scene.onlyFor(scene.alva), "win_difference");

    scene.workspace.faults().status(POST, 500, 1);
    scene.runAt(Instant.parse("2026-11-25T12:00:00Z"), "ask-about-microactions");
    scene.untilNothingIsOwed();
    assertThat(scene.direct(scene.alva)).hasSize(1);

    scene.workspace.faults().status(POST, 503, 1);
    scene.runAt(Instant.parse("2026-12-07T12:00:00Z"), "ask-what-difference");
    scene.untilNothingIsOwed();
    assertThat(scene.direct(scene.alva)).hasSize(2);
  }

  @Test
  void whoSetAPlanIsToldOnceThatItRestsAlsoWhenSlackFailsFirst() throws Exception {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.ben.archive(scene.channel);
    scene.workspace.faults().status(POST, 500, 1);
    scene.bot().runNow("tell-owners");
    scene.stopBot();
    scene.clock.set(scene.clock.instant().plus(LEASE));
    scene.startBot();
    scene.untilNothingIsOwed();
    scene.bot().runNow("tell-owners");

    assertThat(scene.direct(scene.alva)).hasSize(1);
  }

  @Test
  void whereAPlanIsAnothersBeforeItsOwnerIsToldTheOtherIs() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    scene.workspace.faults().status(POST, 503, 1);
    scene.bot().runNow("tell-owners");
    scene.ben.command(scene.channel, "/nudge fredag 13:15");
    scene.ben.invite(scene.channel, scene.workspace.botUserId());
    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    scene.untilNothingIsOwed();
    scene.bot().runNow("tell-owners");
    scene.untilNothingIsOwed();

    assertThat(scene.direct(scene.ben)).hasSize(1);
    assertThat(scene.direct(scene.alva)).isEmpty();
  }

  @Test
  void aQuestionThatPerhapsNobodySawHalvesNoPace() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.runAt(DUE.plusSeconds(5), "post-nudges");
    scene.runAt(DUE.plus(Duration.ofDays(7)).plusSeconds(5), "post-nudges");
    scene.workspace.grant(Set.of("commands", "chat:write"));
    scene.workspace.faults().status(POST, 504, 1);
    scene.runAt(Instant.parse("2026-12-03T10:00:00Z"), "ask-for-pace");
    scene.untilNothingIsOwed();
    scene.runAt(Instant.parse("2026-12-07T09:30:05Z"), "post-nudges");
    scene.runAt(Instant.parse("2026-12-10T10:30:00Z"), "ask-for-pace");
    scene.runAt(Instant.parse("2026-12-14T09:30:05Z"), "post-nudges");

    assertThat(scene.messages()).hasSize(4);
  }

  @Test
  void whereSomebodyWaitsAFaultOfSlacksCostsSeconds() {
    scene.workspace.faults().status(POST, 500, 1);
    scene.alva.command(scene.channel, "/nudge nu");
    scene.clock.run(1);
    scene.workspace.await(
        "the nudge", () -> scene.workspace.messages(scene.channel).stream().findFirst());

    assertThat(scene.clock.instant()).isBefore(Scene.BEGINNING.plusSeconds(9));
  }

  @Test
  void whatSlackRefusesForGoodIsToldToWhoAskedAloneInTheirLanguage() {
    scene.workspace.faults().refuse(POST, "restricted_action", 1);
    scene.cleo.command(scene.channel, "/principle share 3");

    assertThat(scene.onlyFor(scene.cleo).text()).contains("Slack");
    assertThat(scene.onlyFor(scene.cleo).text()).doesNotContain("Jag", "kanalen");
    assertThat(scene.workspace.ephemeral(scene.alva)).isEmpty();
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.page("/metrics").body())
        .contains("kind=\"principle_share\",outcome=\"refused\"");
  }

  @Test
  void whatSlackRefusesAfterARestartIsToldToWhoAsked() throws Exception {
    scene.workspace.faults().rateLimit(POST, Duration.ofMinutes(5), 1);
    scene.cleo.command(scene.channel, "/principle share 3");
    scene.bot().awaitIdle();
    scene.stopBot();
    int before = scene.workspace.ephemeral(scene.cleo).size();
    scene.workspace.faults().refuse(POST, "restricted_action", 1);
    scene.clock.set(scene.clock.instant().plus(LEASE));
    scene.startBot();
    scene.untilNothingIsOwed();

    assertThat(scene.workspace.ephemeral(scene.cleo)).hasSize(before + 1);
    assertThat(scene.onlyFor(scene.cleo).text()).doesNotContain("Jag", "kanalen");
  }

  @Test
  void whereNoFormCanBeOpenedThePersonIsTold() {
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.alva.openHome();
    scene.bot().awaitIdle();
    scene.workspace.faults().refuse("views.open", "expired_trigger_id", 2);

    scene.alva.globalShortcut("propose_microaction");
    assertThat(scene.direct(scene.alva)).hasSize(1);
    scene.chooses(scene.alva, "win_edit");
    assertThat(scene.direct(scene.alva)).hasSize(2);
  }

  @Test
  void anAnswerThatSlackFailsAtOrRefusesInTheChannelTakesAnotherWay() {
    scene.workspace.faults().status("chat.postEphemeral", 500, 1);
    scene.propose("vattna blomman");
    assertThat(scene.direct(scene.alva)).hasSize(1);
    scene.workspace.faults().refuse("chat.postEphemeral", "not_in_channel", 1);
    scene.propose("vattna gräset");
    assertThat(scene.direct(scene.alva)).hasSize(2);
  }

  @Test
  void aFullChannelKeepsNoOtherWaiting() throws Exception {
    Conversation other = scene.workspace.openChannel("lugnt");
    scene.change(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
        INSERT INTO outbox (team_id, kind, channel_id, subject, asked_by, owed_at, next_try)
        SELECT '%1$s', 'principle_share', CASE WHEN i < 100 THEN '%2$s' ELSE '%3$s' END, '3 ' || i, '%4$s',
          '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'
        FROM n
        """
            .formatted(scene.workspace.teamId(), scene.channel.id(), other.id(), scene.alva.id()));
    scene.clock.run(10);
    scene.workspace.await(
        "the other", () -> Stream.of(posts(other)).filter(n -> n > 0).findFirst());
    assertThat(posts(scene.channel)).isLessThan(20);
    scene.untilNothingIsOwed();

    assertThat(posts(scene.channel)).isEqualTo(99);
    assertThat(posts(other)).isEqualTo(1);
  }

  @Test
  void whatCannotBeMadeHoldsUpNothingElse() throws Exception {
    scene.change(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
        INSERT INTO outbox (team_id, kind, channel_id, subject, asked_by, owed_at, next_try)
        SELECT '%s', 'principle_share', '%s', 'x' || i, 'U1', '2026-11-20T09:00:00Z',
          '2026-11-20T09:00:00Z'
        FROM n
        """
            .formatted(scene.workspace.teamId(), scene.channel.id()));
    scene.alva.command(scene.channel, "/principle share 3");

    scene.clock.run(10); // a full channel rests for a second where two look at once
    scene.workspace.await(
        "the principle", () -> scene.workspace.messages(scene.channel).stream().findFirst());
    scene.bot().awaitIdle();
    assertThat(scene.owed()).isEqualTo(100);
  }

  @Test
  void howMuchIsOwedIsCountedAndAfterAnHourHealthSaysSo() {
    scene.workspace.faults().rateLimit(POST, Duration.ofHours(3), 1);
    scene.alva.command(scene.channel, "/principle share 3");
    scene.bot().awaitIdle();
    assertThat(scene.page("/metrics").body()).contains("smallsteps_outbox_owed 1.0");
    assertThat(scene.page("/healthz").body()).doesNotContain("owed");

    scene.clock.set(Scene.BEGINNING.plus(Duration.ofMinutes(61)));
    assertThat(scene.page("/metrics").body()).contains("smallsteps_outbox_oldest_seconds 3660.0");
    scene.workspace.await(
        "health to say so",
        () ->
            Stream.of(scene.page("/healthz").body())
                .filter(said -> said.contains("owed"))
                .findFirst());
  }

  private long posts(Conversation channel) {
    return scene.workspace.calls(POST).stream()
        .filter(call -> call.ok() && call.params().getString("channel").equals(channel.id()))
        .count();
  }

  private void meets(Met met, String method) {
    scene.bot().awaitIdle();
    met.by(method, scene.workspace.faults());
  }

  private String shown() {
    return String.join("\n", scene.messages().stream().map(Message::text).toList());
  }
}
