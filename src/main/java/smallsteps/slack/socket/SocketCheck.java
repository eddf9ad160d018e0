package smallsteps.slack.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import smallsteps.config.Environment;
import smallsteps.slack.payload.SocketEnvelope;

/// Opens the WebSocket as the bot does, and waits until Slack says hello on it. It is closed at
/// once then: what Slack sends by it meanwhile it sends again to the bot, since nothing is
/// acknowledged.
public final class SocketCheck implements SocketLine.Ear {
  private static final Duration HELLO = Duration.ofSeconds(10);

  /// Done when Slack says hello; else with why not.
  private final CompletableFuture<Optional<String>> greeted = new CompletableFuture<>();

  private SocketCheck() {}

  /// What keeps the bot from it, in a sentence; empty when it is open.
  ///
  /// @param url as Slack gave it, which is a secret
  public static Optional<String> problem(Environment environment, String url) {
    var check = new SocketCheck();
    try (var _ = SocketLine.open(url, environment, check)) {
      return check.greeted.get(HELLO.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Unopened e) {
      return Optional.of(e.getMessage());
    } catch (TimeoutException | ExecutionException e) {
      return Optional.of(
          "it opens, and Slack does not say hello. Something on the way holds back.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the look at it was ended.");
    }
  }

  @Override
  public void heard(String message) {
    if (SocketEnvelope.isHello(message)) {
      greeted.complete(Optional.empty());
    } else if (SocketEnvelope.isDisconnect(message)) {
      greeted.complete(
          Optional.of("Slack takes it away again. See in your app that Socket Mode is on."));
    }
  }

  @Override
  public void heardTooMuch(String beginning, String end) {
    greeted.complete(Optional.empty()); // an event, so that it is open
  }

  @Override
  public void ended() {
    greeted.complete(
        Optional.of("it opens, and is closed at once. Something on the way closes it."));
  }
}
