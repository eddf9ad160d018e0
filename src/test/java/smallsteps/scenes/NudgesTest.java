package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.scenes.Scene.onlyOne;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

/// The nudges of one channel, from Monday 10:00 on. How they go out is the same whatever brings
/// Slack's requests in.
class NudgesTest extends OwnScene {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");

  @Test
  void aNudgeComesOnceAtItsTimeInTheChannelsLanguageWithItsWholeMeaningAsText() {
    scene.planned("måndag 10:30");
    assertThat(tick(DUE.minusSeconds(1))).isEmpty();

    Message nudge = onlyOne(tick(DUE.plusSeconds(5)));
    tick(DUE.plusSeconds(10));
    tick(DUE.plus(Duration.ofHours(5)));

    assertThat(scene.messages()).hasSize(1);
    assertThat(nudge.text()).startsWith("Princip ").contains("min:", "Jag gjorde en liten sak");
    assertThat(nudge.actionIds()).contains("nudge_win", "microaction_minutes:5", "menu:nudge");
    assertThat(nudge.text().lines()).hasSizeGreaterThan(5);
    assertThat(metadata(nudge).getString("slot")).isEqualTo(DUE.toString());
    JsonObject receipt = onlyReceipt();
    assertThat(receipt.getString("state")).isEqualTo("posted");
    assertThat(receipt.getString("ts")).isEqualTo(nudge.ts());
    assertThat(receipt.getString("date")).isEqualTo("2026-11-23");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whoWondersIsToldWhyInTheirOwnLanguage() {
    scene.planned("måndag 10:30");
    Message nudge = onlyOne(tick(DUE.plusSeconds(5)));

    scene.cleo.select(nudge, "menu:nudge", "care_why nudge");
    scene.ben.select(nudge, "menu:nudge", "care_why nudge");

    assertThat(scene.modal(scene.cleo).title()).isEqualTo("Why do I see this?");
    assertThat(scene.modal(scene.cleo).shown()).contains("a nudge every week", "`/nudge off`");
    assertThat(scene.modal(scene.ben).shown()).contains("en nudge i veckan", "`/nudge av`");
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void ofANudgeThatSomebodyAskedForAtOnceItIsSaidThatItComesOnce() {
    scene.answer(scene.alva, "/nudge nu");
    Message nudge = onlyOne(scene.messages());

    scene.ben.select(nudge, "menu:nudge_now", "care_why nudge_now");
    scene.cleo.select(nudge, "menu:nudge_now", "care_why nudge_now");

    assertThat(scene.modal(scene.cleo).shown())
        .contains("`/nudge now`", "only once")
        .doesNotContain("every week");
    assertThat(scene.modal(scene.ben).shown())
        .contains("`/nudge nu`", "bara en gång")
        .doesNotContain("i veckan");
  }

  @Test
  void theNextWeeksBringOtherPrinciplesInTheLanguageThatTheChannelChose() {
    scene.planned("monday 10:30 english");

    tick(DUE.plusSeconds(5));
    tick(DUE.plus(Duration.ofDays(7)));

    assertThat(scene.messages()).hasSize(2);
    assertThat(scene.messages())
        .allSatisfy(nudge ->
            assertThat(nudge.text()).startsWith("Principle ").contains("I did a small thing"));
    assertThat(scene.exported("nudge"))
        .extracting(receipt -> receipt.getInt("principle"))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSecondBotOnTheSameDatabasePostsNothingMore() throws Exception {
    scene.planned("måndag 10:30");
    try (var other = scene.anotherBot()) {
      scene.clock.set(DUE.plusSeconds(5));
      other.runNow("post-nudges");
      assertThat(tick(DUE.plusSeconds(5))).hasSize(1);
      other.runNow("post-nudges");
    }
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void aBotThatWasAwayPostsTheSameDayWithinFourHoursAndElseKeepsThatItWasTooLate()
      throws Exception {
    scene.planned("måndag 10:30");
    scene.stopBot();
    scene.clock.set(DUE.plus(Duration.ofHours(3)));
    scene.startBot();
    scene.bot().runNow("post-nudges");
    assertThat(scene.messages()).hasSize(1);

    scene.stopBot();
    scene.clock.set(DUE.plus(Duration.ofDays(7)).plus(Duration.ofHours(4)));
    scene.startBot();
    scene.bot().runNow("post-nudges");

    assertThat(scene.messages()).hasSize(1);
    assertThat(states()).containsExactly("posted", "late");
    assertThat(next()).contains("för sent");
  }

  @Test
  void aPausedWeekIsSkippedAndAnEndedPlanPostsNothing() {
    scene.planned("måndag 10:30");
    assertThat(scene.answer(scene.alva, "/nudge pausa 1 vecka")).contains("vilar till");
    assertThat(tick(DUE.plusSeconds(5))).isEmpty();
    assertThat(states()).containsExactly("skipped");

    scene.answer(scene.alva, "/nudge fortsätt");
    assertThat(tick(DUE.plus(Duration.ofDays(7)))).hasSize(1);
    scene.answer(scene.alva, "/nudge av");
    assertThat(tick(DUE.plus(Duration.ofDays(14)))).hasSize(1);
  }

  @Test
  void aChannelThatEndsItsNudgesKeepsItsLanguage() {
    scene.planned("måndag 10:30 engelska");
    scene.answer(scene.alva, "/nudge av");

    scene.answer(scene.alva, "/nudge nu");
    assertThat(scene.lastMessage().text()).startsWith("Principle ");
    assertThat(scene.answer(scene.alva, "/nudge måndag 10:30")).contains("på engelska");
  }

  @Test
  void whoEndsTheNudgesIsNotKeptWithTheLanguage() {
    scene.planned("måndag 10:30");
    scene.answer(scene.alva, "/nudge bara jag");
    scene.answer(scene.alva, "/nudge av");

    assertThat(scene.answer(scene.ben, "/nudge tisdag 10:30")).startsWith("Klart.");
  }

  @Test
  void oneCanBePostedAtOnceWithoutAPlanWhichStaysSo() {
    assertThat(scene.answer(scene.alva, "/nudge nu")).contains("/invite");
    assertThat(scene.messages()).hasSize(1);
    assertThat(onlyReceipt().getString("state")).isEqualTo("posted");
    assertThat(next()).contains("inga nudgar inplanerade").contains("utlagd");
    assertThat(tick(DUE.plusSeconds(5))).hasSize(1);
  }

  @Test
  void nextShowsTheEightThatComeWithThePausedOnesAmongThem() {
    scene.planned("måndag 10:30");
    scene.answer(scene.alva, "/nudge pausa 2 veckor");

    List<String> slots = next().lines().filter(line -> line.startsWith("• ")).toList();

    assertThat(slots).hasSize(8);
    assertThat(slots.getFirst()).contains("23 november 2026", "10:30", "hoppas över");
    assertThat(slots.getLast()).contains("11 januari 2027").doesNotContain("hoppas över");
  }

  @Test
  void whereTheBotIsNotInTheChannelThePlanRestsAndSaysWhatToDo() {
    scene.planned("måndag 10:30");
    scene.alva.remove(scene.channel, scene.workspace.botUserId());
    int before = scene.messages().size();

    assertThat(tick(DUE.plusSeconds(5))).hasSize(before);
    assertThat(onlyReceipt().getString("state")).isEqualTo("skipped");
    assertThat(onlyReceipt().getString("reason")).isEqualTo("not_in_channel");
    assertThat(next()).contains("inte med i kanalen", "/invite", "/nudge fortsätt");

    scene.alva.invite(scene.channel, scene.workspace.botUserId());
    scene.answer(scene.alva, "/nudge fortsätt");
    tick(DUE.plus(Duration.ofDays(7)));
    assertThat(states()).containsExactly("skipped", "posted");
  }

  @Test
  void theButtonOpensAFormWhoseSmallThingStandsInTheThreadWithTheNudgesPrinciple() {
    scene.planned("måndag 10:30");
    Message nudge = onlyOne(tick(DUE.plusSeconds(5)));
    assertThat(scene.alva.press(nudge, "nudge_win").acked()).isTrue();
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));

    scene.alva.submit(modal, Map.of("win_text", "frågade en användare"));

    Message posted = scene.lastMessage();
    assertThat(posted.threadTs()).isEqualTo(nudge.ts());
    JsonObject win = scene.win(posted.ts()).orElseThrow();
    assertThat(win.getString("nudge_ts")).isEqualTo(nudge.ts());
    assertThat(win.getInt("principle")).isEqualTo(onlyReceipt().getInt("principle"));
    assertThat(win.getString("text")).isEqualTo("frågade en användare");
  }

  @Test
  void aReplyWithThePhraseAndAReactionBelongToTheNudge() {
    scene.planned("måndag 10:30");
    Message nudge = onlyOne(tick(DUE.plusSeconds(5)));

    String ts = scene.ben.reply(scene.channel, nudge.ts(), "Jag gjorde en liten sak: ringde");
    scene.cleo.react(scene.channel, nudge.ts(), "tada");

    JsonObject win = scene.win(ts).orElseThrow();
    assertThat(win.getString("nudge_ts")).isEqualTo(nudge.ts());
    assertThat(win.getInt("principle")).isEqualTo(onlyReceipt().getInt("principle"));
    assertThat(onlyReceipt().getJsonObject("reactions").getJsonArray("tada").getString(0))
        .isEqualTo(scene.cleo.id());
  }

  private String next() {
    return scene.answer(scene.alva, "/nudge nästa");
  }

  private List<Message> tick(Instant at) {
    scene.clock.set(at);
    scene.bot().runNow("post-nudges");
    return scene.messages();
  }

  private JsonObject onlyReceipt() {
    return onlyOne(scene.exported("nudge"));
  }

  private List<String> states() {
    return scene.exported("nudge").stream().map(receipt -> receipt.getString("state")).toList();
  }

  private static JsonObject metadata(Message message) {
    return message.metadata().getJsonObject("event_payload");
  }
}
