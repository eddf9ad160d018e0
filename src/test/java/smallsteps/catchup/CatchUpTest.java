package smallsteps.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Missed;
import smallsteps.Reading;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.Transcript;
import smallsteps.Transcript.Line;
import smallsteps.nudges.Nudges;
import smallsteps.plans.Plans;
import smallsteps.wins.WinsAndReactions;

/// What the room makes of what it reads, above all where it might be wrong.
class CatchUpTest {
  private static final Instant SAID = Instant.parse("2026-11-23T08:00:00Z");
  private static final String TS = Window.ts(SAID);
  private static final String BEFORE = Window.ts(SAID.minusSeconds(60));
  private static final String THREAD = Window.ts(SAID.minusSeconds(30));

  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void aKeptWinInAChannelWithAPlan() {
    scene = new WinsAndReactions(folder);
    plan("C1");
    scene.says("U1", TS, "I did a small thing: labelled the door");
  }

  private void plan(String channelId) {
    scene.database.write(sql -> {
      sql.update(
          """
          INSERT INTO nudge_plan (team_id, channel_id, zone, language)
          VALUES ('T1', ?, 'Europe/Stockholm', 'sv')
          """,
          channelId);
      return sql.update(
          """
          INSERT INTO weekly (team_id, channel_id, kind, weekday, local_time, since)
          VALUES ('T1', ?, 'nudge', 1, '09:00', '2026-11-01T08:00:00Z')
          """,
          channelId);
    });
  }

  @Test
  void aWinThatIsNotThereAnyMoreIsErased() {
    assertThat(deleted(daysLater(2), line(BEFORE, null))).containsExactly(TS);
  }

  @Test
  void whatSlackHidesOrClearsAwayIsNotErased() {
    assertThat(deleted(daysLater(2))).isEmpty();
    assertThat(deleted(daysLater(2), line(Window.ts(SAID.plusSeconds(60)), null))).isEmpty();
  }

  @Test
  void nothingIsClearedAwayWithinADay() {
    assertThat(deleted(SAID.plus(Duration.ofHours(2)))).containsExactly(TS);
  }

  @Test
  void whatWasSaidJustNowIsNotMissedYet() {
    assertThat(deleted(SAID.plusSeconds(60), line(BEFORE, null))).isEmpty();
  }

  @Test
  void aReplyIsOnlyErasedWhereItsThreadWasRead() {
    String reply = Window.ts(SAID.plusSeconds(1));
    scene.says("U1", reply, THREAD, "I did a small thing: replied");

    assertThat(reading(daysLater(2)).threads()).containsExactly(THREAD);
    assertThat(deleted(daysLater(2), line(THREAD, null), line(TS, null))).isEmpty();
    assertThat(
            deleted(
                new Transcript(
                    daysLater(2),
                    List.of(line(THREAD, null), line(TS, null)),
                    Set.of(THREAD),
                    true)))
        .containsExactly(reply);
  }

  @Test
  void whoReactedIsComparedOnlyWhereAllCouldBeRead() {
    scene.reacts("U2", TS, "tada", Window.ts(SAID.plusSeconds(9)));

    assertThat(reactions(line(TS, null))).isEmpty();
    assertThat(reactions(line(TS, List.of(new Given("tada", List.of("U2")))))).isEmpty();
    assertThat(reactions(line(TS, List.of()))).containsExactly("-tada U2");
    assertThat(reactions(line(TS, List.of(new Given("tada", List.of("U2", "U3"))))))
        .containsExactly("+tada U3");
  }

  @Test
  void whatWasHeardJustNowIsNewerThanWhatWasRead() {
    String justNow = Window.ts(daysLater(2).minusSeconds(10));
    scene.reacts("U2", TS, "tada", justNow);
    scene.takesBack("U3", TS, "heart", justNow);

    assertThat(reactions(line(TS, List.of(new Given("heart", List.of("U3")))))).isEmpty();
  }

  @Test
  void aForgottenPersonsReactionsAreNotFoundAgain() {
    scene.reacts("U2", TS, "tada", Window.ts(SAID.plusSeconds(9)));
    scene.now = SAID.plusSeconds(20);
    scene.forgets("U2");

    assertThat(reactions(line(TS, List.of(new Given("tada", List.of("U2")))))).isEmpty();
  }

  @Test
  void aChannelIsReadOnceAnHourAndSoonerWhenItWentWrong() {
    var feature = feature();
    Reading first = due(feature, daysLater(2)).getFirst();
    assertThat(due(feature, daysLater(2).plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(due(feature, daysLater(2).plus(Duration.ofMinutes(60)))).hasSize(1);

    first.settle().accept(Reading.Result.NOT_WHOLE);
    assertThat(scene.count("heard")).isZero();
    Reading again = due(feature, daysLater(2).plus(Duration.ofMinutes(60))).getFirst();
    assertThat(again.changedSince()).isEqualTo(first.changedSince());

    again.settle().accept(Reading.Result.WHOLE);
    assertThat(scene.count("heard WHERE until = '2026-11-25T09:00:00Z'")).isEqualTo(1);
  }

  /// Of two thousand channels, what was said in two weeks is not held at once.
  @Test
  void aChannelIsMadeReadyWhenItsTurnComes() {
    plan("C2");
    var feature = feature();
    var readings = feature.readings().getFirst().due();
    assertThat(readings.apply(daysLater(2)).findFirst()).isPresent();
    assertThat(due(feature, daysLater(2))).as("the other one").hasSize(1);
    assertThat(due(feature, daysLater(2))).isEmpty();
  }

  private static Instant daysLater(int days) {
    return SAID.plus(Duration.ofDays(days));
  }

  private static Line line(String ts, List<Given> reactions) {
    return new Line(ts, null, "U9", "Hello", null, reactions, Set.of());
  }

  @Test
  void aChannelOfAnotherWorkspaceInTheSameFileIsNotRead() {
    assertThat(due(feature("T2"), SAID)).isEmpty();
    assertThat(due(feature(null), SAID)).as("before Slack has told where the bot is").isEmpty();
    assertThat(due(feature("T1"), SAID)).hasSize(1);
  }

  private CatchUpFeature feature() {
    return feature("T1");
  }

  private CatchUpFeature feature(String teamId) {
    return new CatchUpFeature(
        scene.database,
        new Plans(scene.database, WinsAndReactions.SV),
        new Nudges(scene.database),
        scene.wins,
        scene.reactions,
        () -> Optional.ofNullable(teamId));
  }

  private static List<Reading> due(CatchUpFeature feature, Instant now) {
    return feature.readings().getFirst().due().apply(now).toList();
  }

  private Reading reading(Instant now) {
    return due(feature(), now).getFirst();
  }

  private List<String> deleted(Instant at, Line... lines) {
    return deleted(new Transcript(at, Arrays.asList(lines), Set.of(), true));
  }

  private List<String> deleted(Transcript transcript) {
    return reading(transcript.at()).messages().apply(transcript).stream()
        .filter(Missed.Deleted.class::isInstance)
        .map(missed -> ((Missed.Deleted) missed).deletion().message().ts())
        .toList();
  }

  private List<String> reactions(Line... lines) {
    var transcript = new Transcript(daysLater(2), Arrays.asList(lines), Set.of(), true);
    return reading(transcript.at()).reactions().apply(transcript).stream()
        .map(missed ->
            switch (missed) {
              case Missed.Reacted(Request.Reaction given) -> "+" + name(given);
              case Missed.Unreacted(Request.Reaction taken) -> "-" + name(taken);
              case Missed.Said _, Missed.Edited _, Missed.Deleted _ ->
                  throw new AssertionError("not a reaction: " + missed);
            })
        .toList();
  }

  private static String name(Request.Reaction reaction) {
    return reaction.emoji() + " " + reaction.user().id();
  }
}
