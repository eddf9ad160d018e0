package smallsteps.slack.api;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import smallsteps.config.Environment;

/// Slack's own client, set up for us. Reading the machine's certificates takes a good part of a
/// start, so it is put up beside the rest.
public final class SlackClient {
  private static final int CALL_TIMEOUT = 10_000;
  private static final int IDLE_CONNECTIONS = 5;
  private static final int IDLE_SECONDS = 5;

  private final Slack slack;
  private final Stopwatch time;

  private SlackClient(Slack slack, Stopwatch time) {
    this.slack = slack;
    this.time = time;
  }

  /// @param time by which it waits for Slack
  public static CompletableFuture<SlackClient> beginning(Environment environment, Stopwatch time) {
    return CompletableFuture.supplyAsync(
        () -> new SlackClient(slack(config(environment)), time), Thread::startVirtualThread);
  }

  public static SlackConfig config(Environment environment) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(environment.apiUrl());
    config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT);
    config.setStatsEnabled(false); // it counts for a rate limiter that we don't use
    WayOut.set(config, environment.proxies(), URI.create(environment.apiUrl()));
    return config;
  }

  /// Whether something is asked again is decided in one place, and that is not the HTTP client: it
  /// would send a post once more on a new connection when the old one ended before its answer. An
  /// idle connection goes before Slack, or something on the way, has forgotten it.
  private static Slack slack(SlackConfig config) {
    var http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
            .build();
    return Slack.getInstance(config, new SlackHttpClient(http));
  }

  public Slack slack() {
    return slack;
  }

  public Stopwatch time() {
    return time;
  }
}
