package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smallsteps.Sources;

/// What the bot says, compared between its languages and with the code that says it.
class WordsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern SAID = Pattern.compile("\\b(?:say|plain|part)\\(\\s*\"([a-z_.]+)\"");
  private static final Pattern ROOM = Pattern.compile("\"([a-z_]+\\.)\" \\+ key\\b");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private final Map<String, String> swedish = sentences("sv");
  private final Map<String, String> english = sentences("en");

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameBlanksAndNoneIsEmpty() {
    assertThat(swedish.keySet()).isEqualTo(english.keySet());
    swedish.forEach((key, sentence) -> {
      assertThat(sentence).as("sv %s", key).isNotBlank();
      assertThat(english.get(key)).as("en %s", key).isNotBlank();
      assertThat(blanks(sentence)).as(key).isEqualTo(blanks(english.get(key)));
    });
  }

  @Test
  void everySentenceThatTheCodeSaysIsThere() {
    Set<String> keys = keys();
    for (Path file : sources()) {
      Set<String> rooms = rooms(file);
      for (String said : all(SAID, said(Sources.text(file)))) {
        assertThat(rooms).as(file + " says " + said).anyMatch(room -> isThere(room + said, keys));
      }
    }
  }

  @Test
  void everySentenceThatIsThereIsSaid() {
    Set<String> texts =
        sources().stream()
            .flatMap(file -> all(TEXT, Sources.text(file)).stream())
            .collect(Collectors.toSet());
    assertThat(keys()).filteredOn(key -> !isSaid(key, texts)).isEmpty();
  }

  /// What an exception says of the parts that something lacks is no sentence.
  private static String said(String code) {
    return code.contains("MalformedException") ? code.replace("part(", "lacks(") : code;
  }

  /// What a class of the same room may set before a key that is passed to it.
  private static Set<String> rooms(Path file) {
    return Stream.concat(
            Stream.of(""),
            sources().stream()
                .filter(other -> other.getParent().equals(file.getParent()))
                .flatMap(other -> all(ROOM, Sources.text(other)).stream()))
        .collect(Collectors.toSet());
  }

  private static boolean isThere(String key, Set<String> keys) {
    return keys.contains(key)
        || key.endsWith(".") && keys.stream().anyMatch(k -> k.startsWith(key));
  }

  /// A key may be put together: then its last part stands in the code.
  private static boolean isSaid(String key, Set<String> texts) {
    String path = "." + key;
    return texts.stream()
        .anyMatch(text ->
            Stream.of("", "_none", "_which", ".yes")
                .anyMatch(end -> path.endsWith("." + text + end)));
  }

  /// Without the forms for one and for many.
  private Set<String> keys() {
    return swedish.keySet().stream()
        .map(key ->
            key.replaceFirst(
                "\\.(one|other)$",
                swedish.containsKey(key.replaceFirst("\\.(one|other)$", ".one")) ? "" : "$0"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> blanks(String sentence) {
    return new TreeSet<>(all(PLACEHOLDER, sentence));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static Map<String, String> sentences(String language) {
    var sentences = new TreeMap<String, String>();
    collect(ConfigFiles.packed().read("words/" + language + ".json"), "", sentences);
    return sentences;
  }

  private static void collect(JsonObject from, String path, Map<String, String> into) {
    from.forEach((key, value) -> {
      if (value instanceof JsonObject inner) {
        collect(inner, path + key + ".", into);
      } else {
        into.put(path + key, ((JsonString) value).getString());
      }
    });
  }

  private static List<Path> sources() {
    return Sources.in(Sources.MAIN).stream()
        .filter(file -> !file.toString().contains("rehearsal"))
        .toList();
  }
}
