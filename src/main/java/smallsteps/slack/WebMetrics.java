package smallsteps.slack;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// What the web server counts.
final class WebMetrics {
  /// Why a connection was closed that had not shown that it is Slack's.
  enum Reason {
    TIME,
    ROOM,
    MEMORY
  }

  private final MeterRegistry registry;
  private final Map<Reason, Counter> sentAway = new EnumMap<>(Reason.class);

  WebMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Reason reason : Reason.values()) {
      sentAway.put(
          reason,
          Counter.builder("smallsteps.connections.sent.away")
              .description("Connections closed that had not shown that they are Slack's.")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  /// @param held in bytes
  void memory(LongSupplier held) {
    Gauge.builder("smallsteps.unsigned.requests.memory", held::getAsLong)
        .baseUnit("bytes")
        .description("Memory that requests hold which have not shown that they are Slack's.")
        .register(registry);
  }

  void connections(IntSupplier open) {
    Gauge.builder("smallsteps.connections.open", open::getAsInt)
        .description("Connections to the web server that are open now.")
        .register(registry);
  }

  void sentAway(Reason reason) {
    sentAway.get(reason).increment();
  }

  /// @param status that it was answered with
  void refused(int status) {
    Counter.builder("smallsteps.requests.refused")
        .description("Requests turned away before they were worked on, by HTTP status.")
        .tag("status", Integer.toString(status))
        .register(registry)
        .increment();
  }
}
