package smallsteps.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.People;
import smallsteps.User;
import smallsteps.care.Care.Gate;
import smallsteps.care.Care.Reason;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

class GateTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final User ALVA = new User("T1", "U1");
  private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir Path folder;
  private Database database;
  private Care care;
  private ZoneId zone = STOCKHOLM;

  @BeforeEach
  void open() {
    database = Migrated.open(folder.resolve("smallsteps.db"));
    care =
        new Care(
            database,
            _ -> new People.Person(new Language("sv"), zone),
            date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0,
            () -> TUESDAY_TEN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoeverSwitchedAKindOffGetsItNoMoreAndTheOtherKindsStill(Kind kind) {
    if (kind.goesToAPerson()) {
      care.save(ALVA, new Preferences(null, QuietHours.USUAL, null, EnumSet.of(kind)));
    } else {
      database.write(sql -> {
        new CareStore(sql).set(new Channel("T1", "C1"), kind, false);
        return null;
      });
    }
    for (Kind each : Kind.values()) {
      Gate gate = gate(each, TUESDAY_TEN);
      if (each == kind) {
        assertThat(gate).isEqualTo(new Gate.Shut(Reason.SWITCHED_OFF));
      } else {
        assertThat(gate).isInstanceOf(Gate.Open.class);
      }
    }
  }

  private Gate gate(Kind kind, Instant now) {
    return kind.goesToAPerson()
        ? care.gate(ALVA, kind, now)
        : care.gate(new Channel("T1", "C1"), kind, STOCKHOLM, now);
  }

  @Test
  void eveningsNightsAndFreeDaysAreQuietInThePersonsOwnZone() {
    assertThat(opens("2026-11-24T17:00:00Z")).isEqualTo("2026-11-25T07:00:00Z");
    assertThat(opens("2026-11-24T06:59:59Z")).isEqualTo("2026-11-24T07:00:00Z");
    assertThat(opens("2026-11-27T17:00:00Z")).isEqualTo("2026-11-30T07:00:00Z");
    zone = ZoneId.of("America/New_York");
    assertThat(opens("2026-11-24T10:00:00Z")).isEqualTo("2026-11-24T13:00:00Z");
  }

  @Test
  void quietHoursFollowTheLocalClockOverItsChanges() {
    assertThat(opens("2027-03-26T20:00:00Z")).isEqualTo("2027-03-29T06:00:00Z");
    assertThat(opens("2027-10-29T20:00:00Z")).isEqualTo("2027-11-01T07:00:00Z");
  }

  @Test
  void onesOwnQuietHoursMayBeWithinTheDayOrNone() {
    quiet("12:00", "13:15");
    assertThat(opens("2026-11-24T11:30:00Z")).isEqualTo("2026-11-24T12:15:00Z");
    assertThat(opens("2026-11-24T22:30:00Z")).isEqualTo("2026-11-24T22:30:00Z");
    quiet("08:00", "08:00");
    assertThat(opens("2026-11-24T22:30:00Z")).isEqualTo("2026-11-24T22:30:00Z");
  }

  private void quiet(String from, String until) {
    var hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    care.save(ALVA, new Preferences(null, hours, null, Set.of()));
  }

  @Test
  void aSnoozeHoldsUntilItsEndAndThenTillItIsNotQuiet() {
    Instant saturday = Instant.parse("2026-12-05T09:00:00Z");
    care.save(ALVA, new Preferences(null, QuietHours.USUAL, saturday, Set.of()));

    assertThat(care.gate(ALVA, Kind.DIFFERENCE_QUESTION, TUESDAY_TEN))
        .isEqualTo(new Gate.ShutUntil(Instant.parse("2026-12-07T07:00:00Z"), Reason.SNOOZED));
  }

  @Test
  void whatAChannelPlannedComesOnTimeAndWhatItIsAskedWaitsForWorkingHours() {
    Instant sunday = Instant.parse("2026-11-29T09:00:00Z");
    assertThat(gate(Kind.NUDGE, sunday)).isInstanceOf(Gate.Open.class);
    assertThat(gate(Kind.DIGEST, sunday)).isInstanceOf(Gate.Open.class);
    assertThat(gate(Kind.PAUSE_QUESTION, sunday)).isInstanceOf(Gate.ShutUntil.class);
  }

  @Test
  void aChosenLanguageIsKnownAtOnce() {
    assertThat(care.of(ALVA)).isEmpty();
    care.save(ALVA, new Preferences(new Language("en"), QuietHours.USUAL, null, Set.of()));
    assertThat(care.of(ALVA)).isEqualTo(Optional.of(new Language("en")));
  }

  private String opens(String now) {
    Instant at = Instant.parse(now);
    return switch (care.gate(ALVA, Kind.MICROACTION_FOLLOWUP, at)) {
      case Gate.Open _ -> at.toString();
      case Gate.ShutUntil(Instant until, Reason _) -> until.toString();
      case Gate.Shut _ -> "never";
    };
  }
}
