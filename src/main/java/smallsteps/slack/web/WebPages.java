package smallsteps.slack.web;

import org.eclipse.jetty.http.HttpMethod;

/// Every address of the web server, and what is answered there.
///
/// @param slack null in Socket Mode: then no request of Slack's comes this way
public record WebPages(
    HealthPages health, Metrics metrics, WebMetrics counts, SlackRequests slack) {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final long MEMORY_WITHOUT_SLACK = 1L << 20;

  /// In bytes, for all requests together that have not shown that they are Slack's.
  long memoryForStrangers() {
    return slack == null ? MEMORY_WITHOUT_SLACK : slack.memoryForStrangers();
  }

  void take(Exchange exchange) {
    String method = exchange.request().getMethod();
    if (slack != null && exchange.path().equals("/slack/events")) {
      if (HttpMethod.POST.is(method)) {
        slack.take(exchange);
      } else {
        exchange.answer(HttpAnswer.otherMethods("POST"));
      }
    } else {
      boolean isRead = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
      exchange.answer(page(exchange.path(), isRead));
    }
  }

  /// @param isRead whether it is asked for, and nothing else
  private HttpAnswer page(String path, boolean isRead) {
    return switch (path) {
      case "/livez", "/readyz", "/healthz", "/metrics" ->
          isRead ? ours(path) : HttpAnswer.otherMethods("GET, HEAD");
      default -> HttpAnswer.empty(404);
    };
  }

  private HttpAnswer ours(String path) {
    return switch (path) {
      case "/livez" -> health.livez();
      case "/readyz" -> health.readyz();
      case "/healthz" -> health.healthz();
      default -> new HttpAnswer(200, METRICS_TYPE, metrics.scrape());
    };
  }
}
