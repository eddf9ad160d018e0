package smallsteps.rehearsal.scenes;

import jakarta.json.JsonObject;
import java.time.Duration;
import smallsteps.rehearsal.delivery.Dispatch;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.people.Deeds;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;

/// What a person may have go wrong, by its name; and what puts it right again.
public final class Mishaps {
  private static final String HTML = "<!DOCTYPE html><title>Please sign in</title>";
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final State state;
  private final Faults faults;
  private final Dispatch dispatch;
  private final Deeds deeds;

  public Mishaps(State state, Faults faults, Dispatch dispatch, Deeds deeds) {
    this.state = state;
    this.faults = faults;
    this.dispatch = dispatch;
    this.deeds = deeds;
  }

  /// What was sent before is sent once more.
  public void deliver(JsonObject envelope) {
    dispatch.deliver(envelope);
  }

  /// @param userId who does it, where somebody has to
  /// @param channelId where, where it is somewhere
  public void happen(String name, String userId, String channelId) {
    state.wire.mishap(name);
    switch (name) {
      case "drop_socket" -> faults.cutSockets();
      case "lose_ack" -> faults.loseAcks(1);
      case "send_twice" -> dispatch.redeliver("");
      case "rate_limit" -> faults.rateLimit(Faults.ANY, A_SECOND, 1);
      case "server_error" -> faults.status(Faults.ANY, 500, 1);
      case "html" -> faults.garble(Faults.ANY, _ -> HTML, 1);
      case "revoke_token" -> faults.revokeToken();
      case "uninstall" -> faults.uninstall();
      case "archive" -> deeds.archive(userId, channelId, true);
      case "unarchive" -> deeds.archive(userId, channelId, false);
      case "put_out" -> deeds.remove(userId, channelId, InstalledApp.BOT_USER);
      case "let_in" -> deeds.invite(userId, channelId, InstalledApp.BOT_USER);
      default ->
          throw new IllegalArgumentException("nothing that goes wrong here is called " + name);
    }
    state.touch();
  }
}
