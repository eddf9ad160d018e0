package smallsteps.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smallsteps.Said;

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
  void onlyThoseInWhichSomethingWasSaidAreLeftTheLatestFirst() {
    var weeks = Weeks.until(LocalDate.parse("2026-11-23"), STOCKHOLM);
    var said = new ArrayList<List<Said>>(Collections.nCopies(12, List.of()));
    said.set(0, List.of(new Said("a sign")));
    said.set(11, List.of(new Said("a call")));

    Weeks.Told told = weeks.with(said);

    assertThat(told.now()).isEqualTo(48);
    assertThat(told.weeks())
        .containsExactly(
            new Weeks.Week(48, List.of(new Said("a call"))),
            new Weeks.Week(37, List.of(new Said("a sign"))));
    assertThat(weeks.with(Collections.nCopies(12, List.of())).weeks()).isEmpty();
  }

  private static List<Integer> numbers(String day) {
    return Weeks.until(LocalDate.parse(day), STOCKHOLM).numbers();
  }
}
