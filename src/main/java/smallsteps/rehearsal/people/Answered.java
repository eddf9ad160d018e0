package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import smallsteps.rehearsal.delivery.Ack;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.State;

/// What became of a command or an interaction: the acknowledgement, and what was said with it.
public final class Answered {
  private final Ack ack;
  private final Duration took;
  private final Supplier<List<Message>> said;
  private final State state;

  Answered(Ack ack, Duration took, Supplier<List<Message>> said, State state) {
    this.ack = ack;
    this.took = took;
    this.said = said;
    this.state = state;
  }

  /// Whether the bot acknowledged it within three seconds.
  public boolean acked() {
    return ack.ok();
  }

  public Duration took() {
    return took;
  }

  /// The HTTP status; over Socket Mode 200 for acknowledged; 0 for no answer.
  public int status() {
    return ack.status();
  }

  /// What went wrong, in Slack's words; blank when nothing did.
  public String error() {
    return ack.failure();
  }

  /// The JSON that came with the acknowledgement, or null.
  public JsonObject body() {
    return ack.json().orElse(null);
  }

  /// The acknowledgement's body as it came.
  String text() {
    return ack.body();
  }

  /// What has been said so far, in the acknowledgement and by response_url.
  public List<Message> messages() {
    return said.get();
  }

  /// The first thing said, waited for.
  public Message message() {
    return message(1);
  }

  /// @param nth 1 is the first
  public Message message(int nth) {
    return state.await(
        "message " + nth + " in answer",
        () ->
            Optional.of(said.get()).filter(all -> all.size() >= nth).map(all -> all.get(nth - 1)));
  }

  @Override
  public String toString() {
    return "Answered[acked=" + acked() + ", status=" + status() + ", error=" + error() + "]";
  }
}
