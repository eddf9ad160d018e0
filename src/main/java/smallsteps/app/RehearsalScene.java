package smallsteps.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import smallsteps.SetupException;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.scenes.ScriptFault;

/// Which scene a rehearsal begins with.
final class RehearsalScene {
  private static final Map<String, Script> PACKED =
      Map.of("week", Script.WEEK, "empty", Script.EMPTY);

  private RehearsalScene() {}

  /// @param named a file, or a packed one's name; null for none
  /// @param isNew whether nothing is kept yet, which a scene needs
  static Script read(String named, boolean isNew) {
    if (named == null) {
      return isNew ? Script.WEEK : Script.EMPTY;
    }
    Script script = PACKED.containsKey(named) ? PACKED.get(named) : file(named);
    if (!isNew && !script.cues().isEmpty()) {
      throw new SetupException(
          "The database holds something already, and a scene begins with nothing. Leave out"
              + " --scene, or name a new database with --database.");
    }
    return script;
  }

  private static Script file(String path) {
    try {
      return read(path, Files.readString(Path.of(path)));
    } catch (IOException | InvalidPathException e) {
      throw new SetupException(
          "The scene " + path + " can't be read. Is it there, a file, and in UTF-8?", e);
    }
  }

  private static Script read(String name, String json) {
    try {
      return Script.read(json);
    } catch (ScriptFault fault) {
      throw new SetupException(name + ": " + fault.getMessage(), fault);
    }
  }
}
