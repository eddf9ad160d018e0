package smallsteps.rehearsal.delivery;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A way to the bot: Socket Mode or signed HTTP.
public interface Transport {
  /// @param type events_api, slash_commands or interactive
  /// @param acceptsPayload whether an answer to the acknowledgement is read
  record Envelope(String type, JsonObject payload, boolean acceptsPayload) {}

  /// @param attempt 0 at first, then the number of the retry, with its reason
  CompletableFuture<Ack> send(Envelope envelope, int attempt, String reason);

  boolean isConnected();

  /// What sends the same from a shell, where that can be.
  default Optional<String> curl(Envelope envelope) {
    return Optional.empty();
  }
}
