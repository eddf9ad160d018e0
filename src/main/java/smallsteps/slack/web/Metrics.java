package smallsteps.slack.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the bot counts, as Prometheus reads it. What each figure of ours means stands here,
/// wherever it is counted.
public final class Metrics implements AutoCloseable {
  private static final Map<String, String> HELP =
      Map.ofEntries(
          Map.entry("smallsteps.requests", "What rooms did for Slack, and how long it took."),
          Map.entry("smallsteps.failures", "What a room did not expect."),
          Map.entry("smallsteps.web.api.calls", "Calls of Slack's Web API, by how they went."),
          Map.entry("smallsteps.unread", "Parts of Slack's answers that could not be read."),
          Map.entry("smallsteps.not.ours", "Events of another workspace, passed over."),
          Map.entry("smallsteps.envelopes.unreadable", "What came on the socket unreadable."),
          Map.entry("smallsteps.connected", "1 while Slack and the bot reach each other."),
          Map.entry("smallsteps.connections.open", "Open connections to the web server."),
          Map.entry(
              "smallsteps.connections.sent.away",
              "Connections closed that had not shown that they are Slack's."),
          Map.entry(
              "smallsteps.requests.refused", "Requests that were answered and not worked on."),
          Map.entry(
              "smallsteps.unsigned.requests.memory",
              "Held by requests that have not shown that they are Slack's."),
          Map.entry("smallsteps.last.backup.timestamp", "When the newest nightly copy was made."),
          Map.entry("smallsteps.database.size", "The database with its log."),
          Map.entry("smallsteps.nudges", "Nudges kept, by what became of them."),
          Map.entry("smallsteps.wins", "Small things kept."),
          Map.entry(
              "smallsteps.sentences.failed",
              "Sentences that could not be said as they are written"),
          Map.entry(
              "smallsteps.outbox.tries", "Tries to do what is owed to Slack, and how they ended."),
          Map.entry("smallsteps.outbox.owed", "What is owed to Slack and not done yet."),
          Map.entry("smallsteps.outbox.oldest", "For how long the oldest of it is owed."));

  private static final String BUILD =
      """
      # HELP smallsteps_build_info What runs here.
      # TYPE smallsteps_build_info gauge
      smallsteps_build_info{version="%s",java="%s"} 1
      """;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private JvmGcMetrics collections; // null before the first scrape

  public Metrics() {
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                String help = HELP.get(id.getName());
                return help == null
                    ? id
                    : new Meter.Id(
                        id.getName(),
                        Tags.of(id.getTagsAsIterable()),
                        id.getBaseUnit(),
                        help,
                        id.getType());
              }
            });
  }

  public MeterRegistry registry() {
    return registry;
  }

  /// A figure that is asked for at each scrape, and so must cost next to nothing.
  ///
  /// @param name one of those that are explained here: `smallsteps.wins`
  /// @param unit `bytes`, `seconds`; null for a count
  /// @param value null while it is not known
  /// @param tags names and values in turn
  public void gauge(String name, String unit, Supplier<Number> value, String... tags) {
    Gauge.builder(name, value).baseUnit(unit).tags(tags).register(registry);
  }

  /// The JVM's own are looked up when somebody first asks: they would take a tenth of a start.
  synchronized String scrape() {
    if (collections == null) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      collections = new JvmGcMetrics();
      collections.bindTo(registry);
    }
    String version =
        Optional.ofNullable(Metrics.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");
    return registry.scrape() + BUILD.formatted(version, Runtime.version());
  }

  @Override
  public synchronized void close() {
    if (collections != null) {
      collections.close();
    }
    registry.close();
  }
}
