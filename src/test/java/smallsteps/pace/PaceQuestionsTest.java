package smallsteps.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.nudges.NudgesScene.SWEDISH;
import static smallsteps.nudges.NudgesScene.TEAM;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.People;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.nudges.NudgesScene;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Owed;
import smallsteps.plans.Plans;
import smallsteps.weekly.Every;

/// When a channel is asked whether it wants its nudges, and what follows from no answer. A nudge
/// comes each Monday; the second that nobody answers is that of the 7th.
class PaceQuestionsTest {
  private static final Channel CHANNEL = new Channel(TEAM, "C1");
  private static final String THURSDAY = "2026-12-10T09:00:00Z";

  @TempDir private Path folder;
  @AutoClose private NudgesScene scene;
  private final Set<Integer> answered = new HashSet<>();
  private Outbox outbox;
  private PaceQuestions questions;

  @BeforeEach
  void aNudgeIsPlannedForEachMonday() {
    scene = new NudgesScene(folder, "one", "2026-11-27T12:00:00Z");
    outbox = new Outbox(scene.database, scene::now, Owed.terms("one"), () -> Optional.of(TEAM));
    var zone = ZoneId.of("Europe/Stockholm");
    var words = Words.load(ConfigFiles.packed(), SWEDISH);
    questions =
        new PaceQuestions(
            new PaceBlocks(words, new WhyBlocks(words)),
            scene.database,
            scene.nudges,
            scene.plans,
            message -> answered.contains(dayOf(message.ts())),
            new Care(scene.database, _ -> new People.Person(SWEDISH, zone), _ -> false, scene::now),
            outbox,
            scene::now);
    scene.type("C1", "monday 09:00");
    nudged("2026-11-30");
    nudged("2026-12-07");
  }

  @Test
  void itIsAskedThreeDaysAfterTheSecondThatNobodyAnsweredAndNotBefore() {
    assertThat(asked("2026-12-10T07:59:00Z")).isEmpty();
    List<Owed> asked = asked(THURSDAY);
    assertThat(asked).hasSize(1);
    asked.getFirst().done("1.1");
    assertThat(asked("2026-12-11T09:00:00Z")).isEmpty();
  }

  @Test
  void oneAnswerToEitherIsEnough() {
    for (int monday : List.of(30, 7)) {
      answered.clear();
      answered.add(monday);
      assertThat(asked(THURSDAY)).isEmpty();
    }
  }

  @Test
  void afterAWeekOfSilenceTheyComeEverySecondWeekAndNotBefore() {
    asked(THURSDAY).getFirst().done("1.1");

    assertThat(asked("2026-12-17T08:59:00Z")).isEmpty();
    assertThat(everyWeeks()).isEqualTo(1);
    assertThat(asked("2026-12-17T09:00:00Z")).isEmpty();
    assertThat(everyWeeks()).isEqualTo(2);
    assertThat(question()).contains(new PaceStore.Asked(Instant.parse(THURSDAY), "none"));
  }

  @Test
  void whatNobodySawIsAskedAnotherTime() {
    asked(THURSDAY).getFirst().refused("restricted_action");
    assertThat(question()).isEmpty();
    assertThat(asked("2026-12-11T09:00:00Z")).hasSize(1);
  }

  @Test
  void fromWhatPerhapsNobodySawNothingFollows() {
    asked(THURSDAY).getFirst().unsure("lost");
    assertThat(question().orElseThrow().answer()).isEqualTo("keep");
    asked("2026-12-18T09:00:00Z");
    assertThat(everyWeeks()).isEqualTo(1);
  }

  @Test
  void itComesAgainOnlyAfterAnAnswerInBetween() {
    asked(THURSDAY).getFirst().done("1.1");
    answer("keep");
    nudged("2026-12-14");
    nudged("2026-12-21");
    assertThat(asked("2026-12-24T09:00:00Z")).isEmpty();

    answered.add(14);
    nudged("2026-12-28");
    assertThat(asked("2026-12-31T09:00:00Z")).hasSize(1);
    assertThat(question().orElseThrow().answer()).isNull();
  }

  @Test
  void ofTwoWhoAskAtOnceOneDoes() {
    var asking = Instant.parse(THURSDAY);
    assertThat(isAsked(null, asking)).isTrue();
    assertThat(isAsked(null, asking.plusSeconds(1))).isFalse();
    assertThat(isAsked(asking, asking.plusSeconds(60))).isTrue();
    assertThat(isAsked(asking, asking.plusSeconds(61))).isFalse();
  }

  private void nudged(String monday) {
    assertThat(scene.at(monday + "T08:00:30Z").tickAndPost()).hasSize(1);
  }

  /// What is to be posted then.
  private List<Owed> asked(String at) {
    scene.at(at);
    questions.due(scene.now());
    return Owed.claimed(outbox, TEAM, scene.now());
  }

  private boolean isAsked(Instant before, Instant now) {
    return scene.database.write(
        sql -> new PaceStore(sql).asked(new PaceQuestion(CHANNEL, now, before), now));
  }

  private void answer(String answer) {
    scene.database.write(sql -> {
      new PaceStore(sql).answer(CHANNEL, answer);
      return null;
    });
  }

  private Optional<PaceStore.Asked> question() {
    return scene.database.read(sql -> new PaceStore(sql).find(CHANNEL));
  }

  private int everyWeeks() {
    var every = scene.plans.asked(CHANNEL, Plans.NUDGE).orElseThrow().rhythm().every();
    return ((Every.Weeks) every).count();
  }

  private static int dayOf(String ts) {
    long seconds = Long.parseLong(ts.substring(0, ts.indexOf('.')));
    return Instant.ofEpochSecond(seconds).atZone(ZoneId.of("UTC")).getDayOfMonth();
  }
}
