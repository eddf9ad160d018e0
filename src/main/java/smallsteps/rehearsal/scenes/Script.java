package smallsteps.rehearsal.scenes;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.rehearsal.wire.Wire;

/// A scene as it is written down: when it begins, who and which channels are there besides those
/// that always are, where the page opens, and what is done.
///
/// @param begins null for the machine's own time
/// @param opens by language: as whom, and where
public record Script(
    Instant begins,
    ZoneId zone,
    List<Newcomer> people,
    List<Room> channels,
    Map<String, JsonObject> opens,
    List<Cue> cues) {
  static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  /// @param userName by which the script names them, as mentions may
  public record Newcomer(String userName, String name, String language, String zone) {
    String locale() {
      return language.equals("sv") ? "sv-SE" : "en-GB";
    }
  }

  /// @param hasBot whether the bot is there from the start
  public record Room(String name, boolean isPrivate, boolean hasBot) {}

  /// The middle of a week, in two channels: how a rehearsal begins.
  public static final Script WEEK = packed("week.json");

  /// Nobody does anything.
  public static final Script EMPTY = read("{}");

  private static Script packed(String file) {
    try (InputStream scene = Script.class.getResourceAsStream(file)) {
      return read(new String(scene.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// @throws ScriptFault what is wrong first, and where
  public static Script read(String json) {
    JsonObject script =
        Wire.readObject(json)
            .orElseThrow(() -> new ScriptFault("", "A scene is a JSON object, and this is none."));
    return new ScriptReader(script).read();
  }

  static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
