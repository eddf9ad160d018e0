package smallsteps.slack.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// What time it is by Slack's clock, which its messages are dated by: learned from its answers, and
/// counted on by time that passes. This machine's own clock may be wrong, or be put right
/// meanwhile.
public final class SlackTime implements InstantSource {
  private record Heard(Instant instant, long nanos) {}

  private final InstantSource clock;
  private final Stopwatch time;
  private volatile Heard heard;

  /// @param clock what goes until Slack has answered once
  public SlackTime(InstantSource clock, Stopwatch time) {
    this.clock = clock;
    this.time = time;
  }

  /// @param headers an answer's, by their names in lower case; null where there are none
  void heard(Map<String, List<String>> headers) {
    List<String> dates = headers == null ? null : headers.get("date");
    if (dates == null || dates.isEmpty()) {
      return;
    }
    try {
      Instant date =
          ZonedDateTime.parse(dates.getFirst(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      heard = new Heard(date, time.nanoTime());
    } catch (DateTimeException _) {
      // no date: what was heard before goes on
    }
  }

  @Override
  public Instant instant() {
    Heard last = heard;
    return last == null
        ? clock.instant()
        : last.instant().plus(Duration.ofNanos(time.nanoTime() - last.nanos()));
  }
}
