package smallsteps.slack.bolt;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.slack.payload.Identity;

/// Tells what is for us from what is for another installation of the same app: that is
/// acknowledged, counted, and not kept.
public final class Installation {
  private static final Logger log = LoggerFactory.getLogger(Installation.class);

  private final MeterRegistry metrics;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  public Installation(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /// The workspace by which it is kept; empty when it is not for us.
  ///
  /// @param kind the command, the callback or the event type
  /// @param self null as long as Slack has not told who we are
  Optional<String> workspace(String kind, Whose whose, Identity self) {
    Optional<String> ours = whose.workspace(self);
    if (ours.isEmpty()) {
      metrics.counter("smallsteps.not.ours", "what", kind).increment();
      if (logged.add(kind)) {
        log.warn("{} came for another workspace than the token's: it is not kept.", kind);
      }
    }
    return ours;
  }
}
