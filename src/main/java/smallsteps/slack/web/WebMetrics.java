package smallsteps.slack.web;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// What the web server counts.
public final class WebMetrics {
  /// Why a connection was closed that had not shown that it is Slack's.
  enum Reason {
    TIME,
    ROOM,
    MEMORY
  }

  private final Metrics metrics;
  private final Map<Reason, Counter> sentAway = new EnumMap<>(Reason.class);

  public WebMetrics(Metrics metrics) {
    this.metrics = metrics;
    for (Reason reason : Reason.values()) {
      String name = reason.name().toLowerCase(Locale.ROOT);
      sentAway.put(
          reason, metrics.registry().counter("smallsteps.connections.sent.away", "reason", name));
    }
  }

  void connections(IntSupplier open) {
    metrics.gauge("smallsteps.connections.open", null, open::getAsInt);
  }

  /// @param held in bytes
  void memory(LongSupplier held) {
    metrics.gauge("smallsteps.unsigned.requests.memory", "bytes", held::getAsLong);
  }

  void sentAway(Reason reason) {
    sentAway.get(reason).increment();
  }

  /// @param status that it was answered with
  void refused(int status) {
    metrics
        .registry()
        .counter("smallsteps.requests.refused", "status", Integer.toString(status))
        .increment();
  }
}
