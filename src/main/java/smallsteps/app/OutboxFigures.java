package smallsteps.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import smallsteps.outbox.Outbox;
import smallsteps.slack.web.Metrics;
import smallsteps.storage.Database;

/// How much the bot owes Slack and for how long: for `/metrics`, and for health where that is too
/// long.
final class OutboxFigures {
  private static final Duration TOO_LONG = Duration.ofHours(1);
  private static final Outbox.Waiting NOTHING = new Outbox.Waiting(0, null);

  private final Outbox outbox;
  private final Database database;
  private final InstantSource clock;

  OutboxFigures(Outbox outbox, Database database, InstantSource clock) {
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  void tell(Metrics metrics) {
    metrics.gauge("smallsteps.outbox.owed", null, () -> waiting().count());
    metrics.gauge("smallsteps.outbox.oldest", "seconds", () -> age(waiting()).toSeconds());
  }

  /// What is to be said in health; empty where nothing has waited for long.
  Optional<String> warning() {
    Outbox.Waiting waiting = waiting();
    return age(waiting).compareTo(TOO_LONG) <= 0
        ? Optional.empty()
        : Optional.of(
            "Slack has not taken all that it is owed: %d to do, the oldest since %s."
                .formatted(waiting.count(), waiting.oldest()));
  }

  private Outbox.Waiting waiting() {
    return database.isOpen() ? outbox.waitingOfAll() : NOTHING;
  }

  private Duration age(Outbox.Waiting waiting) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return waiting.oldest() == null || waiting.oldest().isAfter(now)
        ? Duration.ZERO
        : Duration.between(waiting.oldest(), now);
  }
}
