package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Call;
import smallsteps.rehearsal.state.Message;
import smallsteps.storage.Database;

/// What happened while the bot was away ends up as if it had been there.
class CatchingUpTest extends EachTransport {
  private static final String WINS =
      """
      SELECT channel_id || ' ' || ts || ' ' || coalesce(thread_ts, '-') || ' ' || user_id || ' [' || text || '] ' || kind || ' '
        || coalesce(CAST(principle AS TEXT), '-') || ' ' || coalesce(nudge_ts, '-') || ' ' || said_at || ' '
        || origin AS line
      FROM win WHERE deleted = 0 ORDER BY ts
      """;
  private static final String REACTIONS =
      """
      SELECT r.channel_id || ' ' || r.ts || ' ' || r.user_id || ' ' || r.emoji AS line
      FROM reaction r WHERE removed = 0
        AND (EXISTS (SELECT 1 FROM win w WHERE w.ts = r.ts AND w.deleted = 0)
          OR EXISTS (SELECT 1 FROM nudge_slot s WHERE s.ts = r.ts))
      ORDER BY 1
      """;

  @Test
  void aBotThatWasAwayEndsUpWithWhatOneHasThatWasNot() throws Exception {
    var before = new Before(scene);
    goesAway();
    during(scene, before);
    comesBack();

    try (var present = new Scene(transport)) {
      during(present, new Before(present));
      present.bot().awaitIdle();
      assertThat(table(scene, WINS)).hasSize(10).isEqualTo(table(present, WINS));
      assertThat(table(scene, REACTIONS)).hasSize(6).isEqualTo(table(present, REACTIONS));
      assertThat(seedlings(scene)).isEqualTo(seedlings(present));
    }
  }

  @Test
  void catchingUpTwiceChangesNothingMore() throws Exception {
    var before = new Before(scene);
    goesAway();
    during(scene, before);
    comesBack();
    var wins = table(scene, WINS);
    var reactions = table(scene, REACTIONS);
    int confirmed = scene.workspace.calls("reactions.add").size();

    pass(scene, Duration.ofHours(1));
    catchUp();
    pass(scene, Duration.ofHours(1));
    catchUp();

    assertThat(table(scene, WINS)).isEqualTo(wins);
    assertThat(table(scene, REACTIONS)).isEqualTo(reactions);
    assertThat(scene.workspace.calls("reactions.add")).hasSize(confirmed);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whatWasLostWhileTheBotServedIsKeptWithinTheHour() throws Exception {
    var before = new Before(scene);
    catchUp();
    whileNothingGetsThrough(
        () -> replies(scene, before.nudge, "I did a small thing: unheard"),
        () -> scene.cleo.unreact(scene.channel, before.edited, "tada"));
    catchUp();
    assertThat(texts()).doesNotContain("unheard");

    pass(scene, Duration.ofHours(1));
    catchUp();

    assertThat(texts()).contains("unheard");
    assertThat(scene.win(before.edited).orElseThrow().getJsonObject("reactions").toString())
        .contains(scene.ben.id())
        .doesNotContain(scene.cleo.id());
  }

  @Test
  void whatIsLostAfterTheClockWasPutBackADayIsKeptAtTheNextLook() throws Exception {
    var before = new Before(scene);
    pass(scene, Duration.ofDays(1));
    catchUp();
    pass(scene, Duration.ofHours(-23));
    whileNothingGetsThrough(
        () -> replies(scene, before.nudge, "I did a small thing: unheard"), () -> {});

    catchUp();

    assertThat(texts()).contains("unheard");
  }

  @Test
  void whatHappensWhileItReadsIsNewerThanWhatItRead() throws Exception {
    var before = new Before(scene);
    goesAway();
    pass(scene, Duration.ofMinutes(30));
    String regretted = scene.alva.say(scene.channel, "I did a small thing: regretted");
    String hasty = scene.alva.say(scene.channel, "I did a small thing: hsty");
    String early = scene.alva.say(scene.channel, "I did a small thing: too early as well");
    act(scene, () -> scene.cleo.react(scene.channel, before.edited, "eyes"));
    Thread reading = beginsToRead();

    scene.clock.set(scene.clock.instant().plusSeconds(5));
    scene.alva.delete(scene.channel, regretted);
    scene.alva.edit(scene.channel, hasty, "I did a small thing: hasty");
    scene.alva.edit(scene.channel, early, "not yet after all");
    scene.cleo.unreact(scene.channel, before.edited, "eyes");
    scene.ben.unreact(scene.channel, before.edited, "tada");
    scene.ben.react(scene.channel, before.edited, "clap");
    String during = scene.alva.say(scene.channel, "I did a small thing: meanwhile");
    reading.join();

    assertThat(texts()).contains("hasty", "meanwhile").doesNotContain("regretted", "hsty");
    var reactions = scene.win(before.edited).orElseThrow().getJsonObject("reactions");
    assertThat(reactions).containsOnlyKeys("tada", "clap");
    assertThat(reactions.getJsonArray("tada")).hasSize(1);

    pass(scene, Duration.ofHours(1));
    catchUp();
    assertThat(texts()).contains("hasty", "meanwhile");
    assertThat(texts()).doesNotContain("regretted", "hsty", "too early as well");
    assertThat(scene.message(during).reactions()).containsKey("seedling");
    assertThat(scene.message(early).reactions()).isEmpty();
  }

  @Test
  void anEditInTheSecondOfOneThatWasReadIsKept() throws Exception {
    String ts = scene.alva.say(scene.channel, "I did a small thing: one");
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    goesAway();
    scene.alva.edit(scene.channel, ts, "I did a small thing: two");
    comesBack();
    assertThat(texts()).contains("two");

    scene.alva.edit(scene.channel, ts, "I did a small thing: three");

    scene.bot().awaitIdle();
    assertThat(texts()).contains("three");
  }

  @Test
  void aReactionGivenWhileAMachineReadsWhoseClockIsAheadStays() throws Exception {
    var before = new Before(scene);
    goesAway();
    scene.machineIsAhead(Duration.ofMinutes(4));
    Thread reading = beginsToRead();
    scene.ben.react(scene.channel, before.edited, "clap");
    reading.join();

    assertThat(scene.win(before.edited).orElseThrow().getJsonObject("reactions"))
        .containsKey("clap");
  }

  @Test
  void whatIsLostByAMachineWhoseClockIsAheadIsKeptWithinTheHour() throws Exception {
    var before = new Before(scene);
    scene.machineIsAhead(Duration.ofHours(1));
    catchUp();
    whileNothingGetsThrough(
        () -> replies(scene, before.nudge, "I did a small thing: unheard"), () -> {});
    pass(scene, Duration.ofHours(1));

    catchUp();

    assertThat(texts()).contains("unheard");
  }

  @Test
  void aRefusalOrALimitErasesNothingAndTheNextReadingDoes() throws Exception {
    var before = new Before(scene);
    goesAway();
    pass(scene, Duration.ofMinutes(30));
    scene.alva.delete(scene.channel, before.deleted);
    scene.alva.delete(scene.channel, before.deletedReply);
    scene.workspace.faults().refuse("conversations.history", "missing_scope", 1);
    comesBack();
    assertThat(texts()).contains("a secret", "another secret");

    scene.workspace.faults().refuse("conversations.replies", "thread_not_found", 1);
    pass(scene, Duration.ofMinutes(10));
    catchUp();
    assertThat(texts()).contains("another secret").doesNotContain("a secret");

    scene.workspace.faults().refuse("conversations.replies", "internal_error", 1);
    scene.workspace.faults().rateLimit("conversations.history", Duration.ofSeconds(1), 1);
    pass(scene, Duration.ofHours(1));
    scene.clock.run(50);
    catchUp();
    assertThat(texts()).doesNotContain("a secret", "another secret");
  }

  @Test
  void whatIsSaidWhereTheBotIsNoMemberIsNotItsToHear() throws Exception {
    new Before(scene);
    scene.workspace.faults().refuse("conversations.history", "not_in_channel", 1);
    whileNothingGetsThrough(() -> says(scene, "I did a small thing: among ourselves"));
    pass(scene, Duration.ofHours(1));
    catchUp();

    pass(scene, Duration.ofHours(1));
    catchUp();

    assertThat(texts()).doesNotContain("among ourselves").contains("labelled teh door");
  }

  @Test
  void allThatManyPeopleReactedIsKept() throws Exception {
    scene.workspace.faults().reactorsTold(1);
    var before = new Before(scene);
    goesAway();
    act(scene, () -> scene.alva.react(scene.channel, before.edited, "tada"));
    pass(scene, Duration.ofMinutes(30));
    comesBack();

    assertThat(
            scene.win(before.edited).orElseThrow().getJsonObject("reactions").getJsonArray("tada"))
        .hasSize(3);
  }

  @Test
  void aLivelyChannelIsReadToTheEndWithinSlacksLimits() throws Exception {
    var before = new Before(scene);
    scene.workspace.faults().enforceTiers(true);
    goesAway();
    String first = says(scene, "I did a small thing: first of many");
    for (int i = 0; i < 450; i++) {
      act(scene, () -> scene.ben.say(scene.channel, "and another thing"));
    }
    pass(scene, Duration.ofMinutes(30));
    comesBack();

    assertThat(scene.win(first)).isPresent();
    assertThat(scene.win(before.deleted)).isPresent();
    assertThat(scene.workspace.calls()).extracting(Call::status).containsOnly(200);
  }

  /// What the bot has heard before it goes away; a second between any two acts, so that both
  /// workspaces tell them apart by the same seconds.
  private static final class Before {
    final String nudge;
    final String edited;
    final String replied;
    final String plain;
    final String deleted;
    final String deletedReply;
    final String editedAway;
    final String told;

    Before(Scene scene) {
      act(scene, () -> scene.alva.say(scene.channel, "Hej"));
      act(scene, () -> scene.alva.command(scene.channel, "/nudge måndag 09:00"));
      act(scene, () -> scene.alva.command(scene.channel, "/nudge nu"));
      nudge = scene.lastMessage().ts();
      edited = says(scene, "I did a small thing: labelled teh door");
      replied = replies(scene, nudge, "I did a small thing: called a usr");
      plain = says(scene, "called somebody else");
      deleted = says(scene, "I did a small thing: a secret");
      deletedReply = replies(scene, nudge, "I did a small thing: another secret");
      editedAway = says(scene, "I did a small thing: too early");
      act(scene, () -> scene.alva.command(scene.channel, "/smallthing asked for help"));
      told = scene.lastMessage().ts();
      act(scene, () -> scene.ben.react(scene.channel, edited, "tada"));
      act(scene, () -> scene.cleo.react(scene.channel, edited, "tada"));
      act(scene, () -> scene.ben.react(scene.channel, replied, "heart"));
      act(scene, () -> scene.ben.react(scene.channel, deleted, "eyes"));
      scene.bot().awaitIdle();
    }
  }

  private static void during(Scene scene, Before before) {
    pass(scene, Duration.ofMinutes(30));
    String said = says(scene, "Jag gjorde en liten sak: frågade en användare");
    replies(scene, before.nudge, "Jag gjorde en liten sak: svarade under nudgen");
    replies(scene, said, "I did a small thing: helped with that");
    act(
        scene,
        () ->
            scene.ben.replyAlsoToChannel(
                scene.channel, before.nudge, "I did a small thing: told everybody"));
    act(
        scene,
        () ->
            scene.ben.shareFile(
                scene.channel, null, "photo.png", "I did a small thing: took a photo"));
    edits(scene, before.edited, "I did a small thing: labelled the door");
    edits(scene, before.replied, "I did a small thing: called a user");
    edits(scene, before.plain, "I did a small thing: called somebody else");
    edits(scene, before.editedAway, "not yet after all");
    act(scene, () -> scene.alva.delete(scene.channel, before.deleted));
    act(scene, () -> scene.alva.delete(scene.channel, before.deletedReply));
    act(scene, () -> scene.cleo.unreact(scene.channel, before.edited, "tada"));
    act(scene, () -> scene.cleo.react(scene.channel, before.edited, "clap::skin-tone-3"));
    act(scene, () -> scene.cleo.react(scene.channel, before.told, "clap"));
    act(scene, () -> scene.ben.react(scene.channel, said, "tada"));
    act(scene, () -> scene.ben.react(scene.channel, before.nudge, "eyes"));
    String regretted = says(scene, "I did a small thing: regretted");
    act(scene, () -> scene.alva.delete(scene.channel, regretted));
    String hasty = says(scene, "I did a small thing: hsty");
    edits(scene, hasty, "I did a small thing: hasty");
    pass(scene, Duration.ofMinutes(30));
  }

  /// Slack tells for some minutes only what it could not get through with; that is over here.
  private void goesAway() {
    scene.stopBot();
    scene.workspace.faults().loseEvents(Integer.MAX_VALUE);
  }

  private void comesBack() throws Exception {
    scene.workspace.faults().loseEvents(0);
    scene.startBot();
    catchUp();
  }

  /// It comes back and has read the channel, while its threads are not answered for yet.
  private Thread beginsToRead() throws Exception {
    scene.workspace.faults().hang("conversations.replies", Duration.ofSeconds(2), 1);
    scene.workspace.faults().loseEvents(0);
    int read = scene.workspace.calls("conversations.history").size();
    scene.startBot();
    Thread reading = Thread.ofVirtual().start(() -> scene.bot().runNow("catch-up"));
    scene.workspace.await(
        "the channel to be read",
        () ->
            Optional.of(scene.workspace.calls("conversations.history"))
                .filter(calls -> calls.size() >= read + 2));
    return reading;
  }

  private void whileNothingGetsThrough(Runnable... acts) {
    scene.workspace.faults().loseEvents(acts.length);
    for (Runnable each : acts) {
      act(scene, each);
    }
  }

  private List<String> texts() {
    return scene.exported("win").stream().map(win -> win.getString("text")).toList();
  }

  private void catchUp() {
    scene.bot().runNow("catch-up");
    scene.bot().awaitIdle();
  }

  private static String says(Scene scene, String text) {
    pass(scene, Duration.ofSeconds(1));
    return scene.alva.say(scene.channel, text);
  }

  private static String replies(Scene scene, String thread, String text) {
    pass(scene, Duration.ofSeconds(1));
    return scene.alva.reply(scene.channel, thread, text);
  }

  private static void edits(Scene scene, String ts, String text) {
    act(scene, () -> scene.alva.edit(scene.channel, ts, text));
  }

  private static void act(Scene scene, Runnable act) {
    pass(scene, Duration.ofSeconds(1));
    act.run();
  }

  private static void pass(Scene scene, Duration time) {
    scene.bot().awaitIdle();
    scene.clock.set(scene.clock.instant().plus(time));
  }

  private static List<String> table(Scene scene, String query) {
    try (var database = Database.existing(scene.databaseUrl())) {
      return database.read(
          sql -> sql.list(query, row -> row.text("line").replaceAll("(\\d{10})\\.\\d{6}", "$1")));
    }
  }

  private static List<String> seedlings(Scene scene) {
    return scene.messages().stream()
        .filter(message -> message.reactions().containsKey("seedling"))
        .map(Message::text)
        .toList();
  }
}
