package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bot as the process knows it in which it runs beside the workspace. Nothing on the wire tells
/// this; a workspace that knows no more than the wire does without.
public interface BotSide {
  BotSide UNKNOWN = new BotSide() {};

  /// Looks at all that is due by the clock now, and returns when that is done.
  default void look() {}

  /// Returns when nothing that the bot wanted of Slack is under way.
  default void settle() {}

  /// When the next nudge of any channel comes.
  default Optional<Instant> nextNudge() {
    return Optional.empty();
  }

  /// The app as it would be installed in another language: what its commands and shortcuts are
  /// called there.
  default Optional<JsonObject> manifest(String language) {
    return Optional.empty();
  }

  /// What is wrong, as the bot says it of itself, in sentences.
  default List<String> complaints() {
    return List.of();
  }

  /// Each table's rows, by the table's name.
  default Map<String, List<JsonObject>> rows() {
    return Map.of();
  }
}
