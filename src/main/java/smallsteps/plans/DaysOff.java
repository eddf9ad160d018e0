package smallsteps.plans;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Mrkdwn;
import smallsteps.calendar.Calendar;
import smallsteps.calendar.DayOff;
import smallsteps.config.Words;

/// Which days a channel leaves out, by the calendar, and why in words.
public record DaysOff(Calendar calendar) {

  /// Why the day is left out; empty when it is not.
  public Optional<Skip> on(LocalDate date, Set<Skip> skips) {
    if (skips.isEmpty()) {
      return Optional.empty();
    }
    return dayOff(date)
        .map(day -> skip(day.kind()))
        .filter(skips::contains)
        .or(() ->
            Optional.of(Skip.SUMMER).filter(skips::contains).filter(_ -> calendar.isSummer(date)));
  }

  /// Empty when the code is of another kind, or when the calendar says otherwise by now.
  Optional<Mrkdwn> inWords(String code, LocalDate date, Words.Sentences say) {
    return Stream.of(Skip.values())
        .filter(skip -> skip.code().equals(code) && on(date, Set.of(skip)).isPresent())
        .findFirst()
        .map(skip ->
            skip == Skip.SUMMER
                ? Calendar.summer(date, say)
                : dayOff(date).orElseThrow().inWords(say));
  }

  /// Who chose Sundays wants them.
  private Optional<DayOff> dayOff(LocalDate date) {
    return calendar.dayOff(date).filter(day -> !day.isWeekly());
  }

  private static Skip skip(DayOff.Kind kind) {
    return switch (kind) {
      case RED -> Skip.RED_DAY;
      case EVE -> Skip.EVE;
      case BRIDGE -> Skip.BRIDGE_DAY;
    };
  }
}
