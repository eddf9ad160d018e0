package smallsteps.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import smallsteps.weekly.ClockOnTheWall.Seen;
import smallsteps.weekly.Times.Occasion;

/// When a nudge is due, against somebody who looks at the clock every minute.
class RhythmPropertiesTest {

  @Provide
  Arbitrary<Occasion> occasions() {
    return Times.occasions();
  }

  @Property
  void aTurnIsWhenTheClockOnTheWallShowsItAndTheFirstOfTwo(@ForAll("occasions") Occasion when) {
    DayOfWeek weekday = when.date().getDayOfWeek();
    Rhythm.Slot slot = when.rhythm(weekday).on(when.date());

    assertThat(new Seen(slot.date(), slot.due()))
        .isEqualTo(when.wall(weekday).on(when.date()).orElseThrow());
    assertThat(slot.isMovedFrom(when.time()))
        .isEqualTo(
            !LocalDateTime.ofInstant(slot.due(), when.zone()).toLocalTime().equals(when.time()));
  }

  @Property(tries = 100)
  void eachWeekHasOneTurnAndTheyComeInOrder(
      @ForAll("occasions") Occasion when,
      @ForAll DayOfWeek weekday,
      @ForAll @IntRange(min = -20, max = 20) int daysOff,
      @ForAll @IntRange(max = 86_399) int seconds) {
    Instant from = when.noon().plus(daysOff, ChronoUnit.DAYS).plusSeconds(seconds);
    Instant until = from.plus(15, ChronoUnit.DAYS);

    List<Seen> turns =
        when.rhythm(weekday)
            .after(from)
            .takeWhile(slot -> !slot.due().isAfter(until))
            .map(slot -> new Seen(slot.date(), slot.due()))
            .toList();

    assertThat(turns).isEqualTo(when.wall(weekday).turns(from, until));
  }

  @Property
  void noIsoWeekIsLeftOutAndNoneHasTwo(
      @ForAll("occasions") Occasion when, @ForAll DayOfWeek weekday) {
    List<LocalDate> dates =
        when.rhythm(weekday)
            .after(when.noon().minus(7 * 26, ChronoUnit.DAYS))
            .limit(60)
            .map(Rhythm.Slot::date)
            .toList();

    for (int i = 1; i < dates.size(); i++) {
      LocalDate date = dates.get(i);
      assertThat(date.getDayOfWeek()).isEqualTo(weekday);
      int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      int before = dates.get(i - 1).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      int weeksOfYear =
          (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(dates.get(i - 1)).getMaximum();
      assertThat(week).isEqualTo(before == weeksOfYear ? 1 : before + 1);
    }
  }

  @Property
  void lateIsTheSameLocalDayAndUnderFourHoursByTheWatch(
      @ForAll("occasions") Occasion when, @ForAll @IntRange(max = 5 * 3600) int seconds) {
    Instant due = when.rhythm(when.date().getDayOfWeek()).on(when.date()).due();
    Instant now = due.plusSeconds(seconds);
    LocalDateTime asked = LocalDateTime.ofInstant(due, when.zone());
    LocalDateTime shown = LocalDateTime.ofInstant(now, when.zone());
    boolean sameDay =
        asked.getYear() == shown.getYear() && asked.getDayOfYear() == shown.getDayOfYear();

    assertThat(new Lateness(Duration.ofHours(4)).allows(due, when.zone(), now))
        .isEqualTo(sameDay && seconds < 4 * 60 * 60);
  }
}
