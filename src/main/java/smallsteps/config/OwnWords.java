package smallsteps.config;

import java.util.List;
import java.util.stream.Stream;
import smallsteps.Language;

/// What stands in a team's own file of words, for who looks whether it is as it was meant.
///
/// @param file its path in the folder
/// @param count how many sentences are its own
/// @param lacking the keys of what is said otherwise: as packed, or in another language
/// @param warnings what nobody says, or leaves out what others fill in
public record OwnWords(String file, int count, List<String> lacking, List<String> warnings) {

  /// Of each such file there is.
  ///
  /// @throws smallsteps.SetupException when one can't be read
  public static List<OwnWords> of(ConfigFiles files) {
    return files.languages("words").stream().flatMap(language -> of(files, language)).toList();
  }

  private static Stream<OwnWords> of(ConfigFiles files, Language language) {
    String name = ConfigFiles.name("words", language);
    return Words.check(files, language)
        .map(check -> new OwnWords(name, check.count(), check.lacking(), check.warnings()))
        .stream();
  }
}
