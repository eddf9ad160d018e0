package smallsteps.rehearsal.people;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import smallsteps.rehearsal.delivery.Ack;
import smallsteps.rehearsal.delivery.Dispatch;
import smallsteps.rehearsal.delivery.Transport.Envelope;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.webapi.ResponseUrls.ResponseUrl;

/// Asks the bot in a person's name, once, and tells the person when no answer comes.
public final class Asking {
  private final State state;
  private final Dispatch dispatch;

  public Asking(State state, Dispatch dispatch) {
    this.state = state;
    this.dispatch = dispatch;
  }

  /// @param url null where what was asked has none
  Answered ask(Envelope envelope, ResponseUrl url) {
    long asked = System.nanoTime();
    Ack ack = dispatch.ask(envelope);
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    Supplier<List<Message>> said =
        url == null ? List::of : () -> state.locked(() -> List.copyOf(url.said));
    return new Answered(inPeoplesWords(ack), took, said, state);
  }

  private static Ack inPeoplesWords(Ack ack) {
    String failure =
        switch (ack.failure()) {
          case "" -> "";
          case "http_timeout", "timeout" -> "operation_timeout";
          case "http_error" -> ack.status() < 500 ? "http_client_error" : "http_service_error";
          default -> "dispatch_failed";
        };
    return new Ack(ack.status(), ack.body(), failure, ack.isNoRetry());
  }

  /// Slack itself says no; the bot hears nothing of it.
  Answered refused(String userId, String text, String error) {
    notice(userId, text);
    return new Answered(Ack.failed(error), Duration.ZERO, List::of, state);
  }

  void notice(String userId, String text) {
    state.journal.notice(userId, text);
    state.touch();
  }
}
