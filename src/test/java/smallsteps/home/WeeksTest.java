package smallsteps.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeeksTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Test
  void theyAreTwelveAndThisOneIsTheLastFromItsMondayToItsSunday() {
    for (String day : List.of("2026-11-23", "2026-11-29")) {
      assertThat(numbers(day)).isEqualTo(IntStream.rangeClosed(37, 48).boxed().toList());
    }
  }

  @Test
  void aYearOf53WeeksHasAll() {
    assertThat(numbers("2027-01-05")).endsWith(51, 52, 53, 1).hasSize(12);
  }

  /// The clocks go back on 25 October: the week before has an hour more.
  @Test
  void eachBeginsAtMidnightOnTheWallAndEndsWhereTheNextBegins() {
    List<Instant> moments = Weeks.until(LocalDate.parse("2026-11-23"), STOCKHOLM).moments();

    assertThat(moments).hasSize(13).isSorted();
    assertThat(moments.getFirst()).isEqualTo("2026-09-06T22:00:00Z");
    assertThat(moments).contains(Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(moments.getLast()).isEqualTo("2026-11-29T23:00:00Z");
  }

  @Test
  void eachHasItsCountAndWhereNoneHasOneThereIsNothingToShow() {
    var weeks = Weeks.until(LocalDate.parse("2026-11-23"), STOCKHOLM);
    var counted = weeks.with(IntStream.range(0, 12).boxed().toList());

    assertThat(counted.now()).isEqualTo(48);
    assertThat(counted.weeks()).startsWith(new Weeks.Week(37, 0)).endsWith(new Weeks.Week(48, 11));
    assertThat(counted.isEmpty()).isFalse();
    assertThat(weeks.with(Collections.nCopies(12, 0)).isEmpty()).isTrue();
  }

  private static List<Integer> numbers(String day) {
    return Weeks.until(LocalDate.parse(day), STOCKHOLM).numbers();
  }
}
