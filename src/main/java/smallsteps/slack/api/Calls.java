package smallsteps.slack.api;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
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
import okhttp3.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.Secret;

/// Calls Slack's Web API at the pace that Slack allows, and tells what came of it. A method that
/// Slack limited waits as long as Slack asks, for the channel alone where that was the reason; what
/// failed is tried again where [Repeating] allows it, more and more seldom, for as long as there is
/// patience. A token that Slack has turned down is not used again. Whatever else goes wrong in a
/// call, an answer that can't be read among it, is an answer lost: nothing is thrown but an error
/// of this machine's.
public final class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final Set<String> DEAD_TOKEN =
      Set.of("token_revoked", "account_inactive", "invalid_auth", "not_authed", "token_expired");
  private static final Set<String> SLACKS_OWN_FAULT =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

  /// The reason when it was our own pace, or Slack, that left no room for a call.
  public static final String RATE_LIMITED = "ratelimited";

  /// The reason when the bot was told to end meanwhile.
  public static final String STOPPING = "stopping";

  private final MethodsClient client;
  private final Secret token;
  private final MeterRegistry metrics;
  private final Stopwatch time;
  private final SlackTime slackTime;
  private final Limits limits;
  private final AtomicReference<String> deadToken = new AtomicReference<>();

  /// @param slackTime learns from each answer
  public Calls(
      Slack slack, Secret token, MeterRegistry metrics, Stopwatch time, SlackTime slackTime) {
    client = slack.methods();
    this.slackTime = slackTime;
    this.token = token;
    this.metrics = metrics;
    this.time = time;
    limits = new Limits(new CallPace(time));
  }

  /// By which it waits.
  public Stopwatch time() {
    return time;
  }

  /// Why Slack turned the token down; empty while it takes it.
  public Optional<String> deadToken() {
    return Optional.ofNullable(deadToken.get());
  }

  /// @param name the method, `chat.postMessage`
  /// @param channel what Slack limits it by besides the workspace; empty for nothing
  /// @param patience how long to wait altogether for Slack to allow it, or to come back
  /// @param form what Slack is to know, without the token
  public Answer<Body> call(String name, String channel, Duration patience, FormBody.Builder form) {
    long deadline = time.nanoTime() + patience.toNanos();
    var repeating = Repeating.of(name);
    int tries = 0;
    while (true) {
      Optional<Answer<Body>> hindrance = turn(name, channel, left(deadline));
      if (hindrance.isPresent()) {
        return hindrance.get();
      }
      Answer<Body> answer = once(name, channel, form);
      boolean isLimited = answer.problem().equals(RATE_LIMITED);
      if (!isLimited
          && !(repeating.mayRepeat(answer) && slept(Repeating.pause(tries++), deadline))) {
        return answer;
      }
    }
  }

  /// Waits until a call may go out; empty when it may now.
  ///
  /// @param patience how long to wait for that
  public Optional<Answer<Body>> turn(String name, String channel, Duration patience) {
    long deadline = time.nanoTime() + patience.toNanos();
    boolean isOurs = false;
    while (!isOurs && deadToken.get() == null) {
      long wait = limits.reserve(name, channel, left(deadline));
      if (wait < 0) {
        return Optional.of(counted(name, new Answer.NotSent<>(RATE_LIMITED)));
      }
      if (!slept(wait)) {
        return Optional.of(new Answer.NotSent<>(STOPPING));
      }
      // while we waited Slack may have asked for more patience
      isOurs = !limits.isPaused(name, channel);
    }
    return Optional.ofNullable(deadToken.get()).map(Answer.Refused::new);
  }

  /// Waits for the next turn of a call that is made once more. False when there is no time for it,
  /// or the bot was told to end.
  ///
  /// @param tries how often it was made, from 1
  public boolean mayTryAgain(String method, String channel, int tries, Duration patience) {
    Duration pause = Repeating.pause(tries - 1);
    return pause.compareTo(patience) < 0
        && slept(pause.toNanos())
        && turn(method, channel, patience.minus(pause)).isEmpty();
  }

  /// Whether what goes to that channel has to wait longer than that, and what goes to others may
  /// not.
  public boolean isChannelBusy(String method, String channel, Duration patience) {
    return limits.isChannelBusy(method, channel, patience);
  }

  /// One call, by somebody whose turn it is.
  ///
  /// @param form what Slack is to know, without the token
  Answer<Body> once(String name, String channel, FormBody.Builder form) {
    Repeating.of(name);
    return counted(name, called(name, channel, form));
  }

  private Answer<Body> called(String name, String channel, FormBody.Builder form) {
    try {
      Body response =
          client.postFormWithTokenAndParseResponse(_ -> form, name, token.value(), Body.class);
      slackTime.heard(response.getHttpResponseHeaders());
      if (response.isOk()) {
        return new Answer.Ok<>(response);
      }
      if (!RATE_LIMITED.equals(response.getError())) {
        return refused(response.getError());
      }
      limits.pause(name, channel, DEFAULT_WAIT);
      return new Answer.NotSent<>(RATE_LIMITED);
    } catch (SlackApiException e) {
      slackTime.heard(e.getResponse().headers().toMultimap());
      if (e.getResponse().code() != 429) {
        return new Answer.Unsure<>("http_" + e.getResponse().code());
      }
      limits.pause(name, channel, retryAfter(e));
      return new Answer.NotSent<>(RATE_LIMITED);
    } catch (IOException e) {
      return unreached(e);
    } catch (RuntimeException | StackOverflowError unreadable) {
      log.warn("What Slack answered to {} can't be read: {}", name, NameAndPlace.of(unreadable));
      return new Answer.Unsure<>(Answer.UNREADABLE);
    }
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - time.nanoTime()));
  }

  /// False when there is no time for that.
  private boolean slept(Duration pause, long deadline) {
    return pause.compareTo(left(deadline)) < 0 && slept(pause.toNanos());
  }

  public void tokenLost(String error) {
    if (deadToken.compareAndSet(null, error)) {
      log.error("Slack turns our token down ({}); no more calls until a restart.", error);
    }
  }

  private Answer<Body> refused(String error) {
    if (error != null && DEAD_TOKEN.contains(error)) {
      tokenLost(error);
    }
    return isSlacksOwnFault(error)
        ? new Answer.Unsure<>(String.valueOf(error))
        : new Answer.Refused<>(error);
  }

  /// Whether Slack says no of its own, and nothing of what was asked.
  ///
  /// @param error null where it does not say why
  public static boolean isSlacksOwnFault(String error) {
    return error == null || SLACKS_OWN_FAULT.contains(error);
  }

  private static Answer<Body> unreached(IOException e) {
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

  /// Waits for the next turn of something that goes slower than Slack would let it. False when that
  /// takes longer than `patience`, or when the bot was told to end meanwhile.
  public boolean waited(String kind, CallPace.Limit limit, Duration patience) {
    long wait = limits.reserve(kind, limit, patience);
    return wait >= 0 && slept(wait);
  }

  /// False when the bot was told to end meanwhile.
  private boolean slept(long nanos) {
    try {
      if (nanos > 0) {
        time.sleep(Duration.ofNanos(nanos));
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What we needed of an answer, and could not read.
  void unread(String name, long parts) {
    metrics.counter("smallsteps.unread", "method", name).increment(parts);
  }

  private Answer<Body> counted(String name, Answer<Body> answer) {
    String outcome =
        switch (answer) {
          case Answer.Ok<Body> _ -> "ok";
          case Answer.Refused<Body> _ -> "refused";
          case Answer.NotSent<Body> _ -> "not_sent";
          case Answer.Unsure<Body> _ -> "unsure";
        };
    metrics.counter("smallsteps.web.api.calls", "method", name, "outcome", outcome).increment();
    return answer;
  }
}
