package smallsteps.app;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import smallsteps.Language;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

/// Which sentences a team's own word files lack.
final class WordsCheck {
  private WordsCheck() {}

  /// @throws smallsteps.SetupException when a file can't be read, or the setting has none
  static List<String> missing(ConfigFiles files, Language setting) {
    JsonObject wanted = ConfigFiles.packed().read("words/en.json");
    var missing = new ArrayList<String>();
    for (Language language : Words.load(files, setting).languages()) {
      String name = "words/" + language.code() + ".json";
      compare(wanted, files.read(name), name + " lacks ", missing);
    }
    return missing;
  }

  private static void compare(
      JsonObject wanted, JsonObject there, String path, List<String> missing) {
    wanted.forEach((key, value) -> {
      if (!there.containsKey(key)) {
        missing.add(path + key);
      } else if (value instanceof JsonObject inner && there.get(key) instanceof JsonObject own) {
        compare(inner, own, path + key + ".", missing);
      }
    });
  }
}
