package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void itEndsWithItsTimeAndWhenTheClockIsPutBackToBeforeItsBeginning() {
    var hour = new Span(NOW, Duration.ofHours(1));
    assertThat(hour.holds(NOW)).isTrue();
    assertThat(hour.holds(NOW.plusSeconds(3599))).isTrue();
    assertThat(hour.holds(NOW.plusSeconds(3600))).isFalse();
    assertThat(hour.holds(NOW.minus(Duration.ofDays(1)))).isFalse();
    assertThat(Span.OVER.holds(Instant.EPOCH)).isFalse();
  }
}
