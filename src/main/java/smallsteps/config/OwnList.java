package smallsteps.config;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/// What a team's own prompts or principles change of the packed ones.
///
/// @param file its path in the folder
/// @param own how many stand in the file
/// @param all how many there are with those that it leaves as they are packed
public record OwnList(String file, int own, int all) {

  /// Of each such file there is.
  ///
  /// @throws smallsteps.SetupException when one can't be read
  public static List<OwnList> of(ConfigFiles files) {
    return files.taken().stream().flatMap(name -> of(files, name)).toList();
  }

  private static Stream<OwnList> of(ConfigFiles files, String name) {
    String kind = name.replaceFirst("/.*", "");
    boolean isList = List.of("prompts", "principles").contains(kind);
    return isList
        ? files.own(name).stream()
            .map(own -> new OwnList(name, size(own, kind), size(files.read(name), kind)))
        : Stream.empty();
  }

  private static int size(JsonObject file, String key) {
    return file.get(key) instanceof JsonArray list ? list.size() : 0;
  }
}
