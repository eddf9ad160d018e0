package smallsteps.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls Slack's Web API at the pace that Slack allows, and tells what came of it. The one place
/// that retries: a method that Slack limited waits as long as Slack asks, for that method and
/// channel only; a token that Slack has turned down is not used again.
final class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final Set<String> DEAD_TOKEN =
      Set.of("token_revoked", "account_inactive", "invalid_auth", "not_authed", "token_expired");
  private static final Set<String> SLACKS_OWN_FAULT =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

  /// The reason when it was our own pace, or Slack, that left no room for a call.
  static final String RATE_LIMITED = "ratelimited";

  /// The reason when the bot was told to end meanwhile.
  static final String STOPPING = "stopping";

  /// Slack's tiers, a minute and workspace: 50 and more, 100 and more; it lets bursts pass.
  private static final Pace.Limit TIER_3 = new Pace.Limit(Duration.ofMillis(1200), 40);

  private static final Pace.Limit TIER_4 = new Pace.Limit(Duration.ofMillis(600), 80);
  private static final Pace.Limit A_SECOND_APART = new Pace.Limit(Duration.ofSeconds(1), 3);

  @FunctionalInterface
  interface Method<R> {
    R call(MethodsClient client) throws IOException, SlackApiException;
  }

  private final MethodsClient client;
  private final MeterRegistry metrics;
  private final Pace pace = new Pace();
  private final AtomicReference<String> deadToken = new AtomicReference<>();

  Calls(MethodsClient client, MeterRegistry metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /// Why Slack turned the token down; empty while it takes it.
  Optional<String> deadToken() {
    return Optional.ofNullable(deadToken.get());
  }

  /// @param name the method, `chat.postMessage`
  /// @param key what Slack limits it by besides the workspace, such as the channel; may be empty
  /// @param patience how long to wait altogether for Slack to allow it
  <R extends SlackApiTextResponse> Answer<R> call(
      String name, String key, Duration patience, Method<R> method) {
    long deadline = System.nanoTime() + patience.toNanos();
    String kind = name + " " + key;
    while (deadToken.get() == null) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      long wait = pace.reserve(kind, limit(name), left);
      if (wait < 0) {
        return counted(name, new Answer.NotSent<>(RATE_LIMITED));
      }
      if (!slept(wait)) {
        return new Answer.NotSent<>(STOPPING);
      }
      try {
        R response = method.call(client);
        if (response.isOk()) {
          return counted(name, new Answer.Ok<>(response));
        } else if (RATE_LIMITED.equals(response.getError())) {
          pace.pause(kind, DEFAULT_WAIT);
        } else {
          return counted(name, refused(response.getError()));
        }
      } catch (SlackApiException e) {
        if (e.getResponse().code() != 429) {
          return counted(name, new Answer.Unsure<>("http_" + e.getResponse().code()));
        }
        pace.pause(kind, retryAfter(e));
      } catch (IOException e) {
        return counted(name, unreached(e));
      }
    }
    return new Answer.Refused<>(deadToken.get());
  }

  private static Pace.Limit limit(String method) {
    return switch (method) {
      case "chat.postMessage" -> A_SECOND_APART;
      case "users.info", "views.open", "views.update", "views.publish", "chat.postEphemeral" ->
          TIER_4;
      default -> TIER_3;
    };
  }

  void tokenLost(String error) {
    if (deadToken.compareAndSet(null, error)) {
      log.error("Slack turns our token down ({}); no more calls until a restart.", error);
    }
  }

  private <R> Answer<R> refused(String error) {
    if (error != null && DEAD_TOKEN.contains(error)) {
      tokenLost(error);
    }
    return error == null || SLACKS_OWN_FAULT.contains(error)
        ? new Answer.Unsure<>(String.valueOf(error))
        : new Answer.Refused<>(error);
  }

  private static <R> Answer<R> unreached(IOException e) {
    boolean neverSent =
        e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof NoRouteToHostException
            || (e instanceof SocketTimeoutException && "Connect timed out".equals(e.getMessage()));
    String reason = e.getClass().getSimpleName();
    return neverSent ? new Answer.NotSent<>(reason) : new Answer.Unsure<>(reason);
  }

  private static Duration retryAfter(SlackApiException e) {
    String seconds = e.getResponse().header("Retry-After");
    try {
      return seconds == null ? DEFAULT_WAIT : Duration.ofSeconds(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException odd) {
      return DEFAULT_WAIT;
    }
  }

  private static boolean slept(long nanos) {
    try {
      if (nanos > 0) {
        Thread.sleep(Duration.ofNanos(nanos));
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <R> Answer<R> counted(String name, Answer<R> answer) {
    String outcome =
        switch (answer) {
          case Answer.Ok<R> _ -> "ok";
          case Answer.Refused<R> _ -> "refused";
          case Answer.NotSent<R> _ -> "not_sent";
          case Answer.Unsure<R> _ -> "unsure";
        };
    metrics.counter("smallsteps.web.api.calls", "method", name, "outcome", outcome).increment();
    return answer;
  }
}
