package smallsteps.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Test
  void inTheSpringGapTheSlotMovesForwardAndNoWeekIsLost() {
    assertThat(dues("SUNDAY", "02:30", "Europe/Stockholm", "2027-03-20T12:00:00Z", 3))
        .containsExactly("2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z");
    var slot = rhythm("SUNDAY", "02:30", "Europe/Stockholm").on(LocalDate.parse("2027-03-28"));
    assertThat(slot.at().toLocalTime()).isEqualTo("03:30");
    assertThat(slot.isMovedFrom(LocalTime.parse("02:30"))).isTrue();
  }

  @Test
  void inTheAutumnOverlapTheSlotIsTheFirstOfTheTwo() {
    assertThat(dues("SUNDAY", "02:30", "Europe/Stockholm", "2027-10-30T12:00:00Z", 2))
        .containsExactly("2027-10-31T00:30:00Z", "2027-11-07T01:30:00Z");
  }

  @Test
  void theLocalTimeStaysAcrossBothClockChanges() {
    assertThat(dues("MONDAY", "09:00", "Europe/Stockholm", "2027-03-22T09:00:00Z", 1))
        .containsExactly("2027-03-29T07:00:00Z");
    assertThat(dues("MONDAY", "09:00", "Europe/Stockholm", "2027-10-25T12:00:00Z", 1))
        .containsExactly("2027-11-01T08:00:00Z");
  }

  @Test
  void lateInTheEveningTheDayIsTheLocalOne() {
    var slot =
        rhythm("SUNDAY", "23:30", "America/New_York")
            .after(Instant.parse("2026-11-23T00:00:00Z"))
            .findFirst()
            .orElseThrow();
    assertThat(slot.date()).isEqualTo("2026-11-22");
    assertThat(slot.due()).isEqualTo("2026-11-23T04:30:00Z");
    assertThat(dues("MONDAY", "00:15", "Europe/Stockholm", "2026-11-22T22:00:00Z", 1))
        .containsExactly("2026-11-22T23:15:00Z");
  }

  @Test
  void halfHourZonesAndHalfHourGapsAreKept() {
    assertThat(dues("MONDAY", "09:00", "Asia/Kolkata", "2026-11-23T03:30:00Z", 1))
        .containsExactly("2026-11-30T03:30:00Z");
    var gap = rhythm("SUNDAY", "02:15", "Australia/Lord_Howe").on(LocalDate.parse("2027-10-03"));
    assertThat(gap.at().toLocalTime()).isEqualTo("02:45");
    var overlap =
        rhythm("SUNDAY", "01:45", "Australia/Lord_Howe").on(LocalDate.parse("2027-04-04"));
    assertThat(overlap.at().getOffset()).hasToString("+11:00");
  }

  @Test
  void theYearWithWeek53HasNoHole() {
    List<Integer> weeks =
        rhythm("THURSDAY", "09:00", "Europe/Stockholm")
            .after(Instant.parse("2026-12-18T00:00:00Z"))
            .limit(3)
            .map(slot -> slot.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
            .toList();
    assertThat(weeks).containsExactly(52, 53, 1);
  }

  @Test
  void everyOtherWeekIsCountedFromItsDayAcrossTheYear() {
    Every other = new Every.Weeks(2, LocalDate.parse("2026-12-17"));
    assertThat(dates(other, "2026-12-01T00:00:00Z", 4))
        .containsExactly("2026-12-03", "2026-12-17", "2026-12-31", "2027-01-14");
  }

  @Test
  void onceAMonthIsByTheCalendarsOwnCount() {
    assertThat(dates(new Every.OfMonth(1), "2026-12-04T00:00:00Z", 3))
        .containsExactly("2027-01-07", "2027-02-04", "2027-03-04");
    assertThat(dates(new Every.OfMonth(4), "2026-12-01T00:00:00Z", 2))
        .containsExactly("2026-12-24", "2027-01-28");
    assertThat(dates(new Every.OfMonth(Every.OfMonth.LAST), "2026-12-01T00:00:00Z", 3))
        .containsExactly("2026-12-31", "2027-01-28", "2027-02-25");
  }

  @Test
  void lateMeansTheSameLocalDayAndUnderFourHours() {
    var lateness = new Lateness(Duration.ofHours(4));
    Instant morning = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(lateness.allows(morning, STOCKHOLM, Instant.parse("2026-11-23T11:59:59Z"))).isTrue();
    assertThat(lateness.allows(morning, STOCKHOLM, Instant.parse("2026-11-23T12:00:00Z")))
        .isFalse();
    Instant evening = Instant.parse("2026-11-23T22:30:00Z"); // 23:30
    assertThat(lateness.allows(evening, STOCKHOLM, Instant.parse("2026-11-23T22:59:59Z"))).isTrue();
    assertThat(lateness.allows(evening, STOCKHOLM, Instant.parse("2026-11-23T23:00:00Z")))
        .isFalse();
  }

  private static List<String> dues(String day, String time, String zone, String after, int n) {
    return rhythm(day, time, zone)
        .after(Instant.parse(after))
        .limit(n)
        .map(slot -> slot.due().toString())
        .toList();
  }

  private static List<String> dates(Every every, String after, int n) {
    return rhythm("THURSDAY", "09:00", "Europe/Stockholm")
        .every(every)
        .after(Instant.parse(after))
        .limit(n)
        .map(slot -> slot.date().toString())
        .toList();
  }

  private static Rhythm rhythm(String weekday, String time, String zone) {
    return new Rhythm(DayOfWeek.valueOf(weekday), LocalTime.parse(time), ZoneId.of(zone));
  }
}
