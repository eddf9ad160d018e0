package smallsteps.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.PrincipleNumber;
import smallsteps.SetupException;

/// The prompts of `config/prompts`, by language. A file may hold other prompts than the next one.
public final class Prompts {
  /// Escaped, so that the four actions fit in one block of 3,000 characters.
  private static final int LONGEST = 500;

  private final Map<Language, List<Prompt>> languages = new LinkedHashMap<>();
  private final List<Prompt> fallback;

  private Prompts(ConfigFiles files, Language fallback) {
    languages.putAll(
        SetupException.allOf(
            files.languages("prompts"),
            language -> ConfigObject.read(files, "prompts", language, fallback, Prompts::read)));
    if (!languages.containsKey(fallback)) {
      throw new SetupException(
          "There is no prompts/" + fallback.code() + ".json for the setting \"language\": add it.");
    }
    this.fallback = languages.get(fallback);
  }

  /// @param fallback the language spoken where another one has no prompts
  /// @throws SetupException with everything that is wrong in a file
  public static Prompts load(ConfigFiles files, Language fallback) {
    return new Prompts(files, fallback);
  }

  /// Never empty.
  public List<Prompt> in(Language language) {
    return languages.getOrDefault(language, fallback);
  }

  private static List<Prompt> read(ConfigObject file) {
    file.optionalText("language"); // for whoever reads the file
    var ids = new HashSet<String>();
    List<Prompt> prompts = file.list("prompts", each -> prompt(each, ids));
    if (prompts.isEmpty()) {
      file.problem("prompts", "must hold at least one prompt");
    }
    return prompts;
  }

  private static Prompt prompt(ConfigObject prompt, Set<String> ids) {
    String id = text(prompt, "id");
    if (id != null && !ids.add(id)) {
      prompt.problem("id", "is used twice: \"" + id + "\"");
    }
    int principle =
        prompt.number(
            "principle", PrincipleNumber::isOne, "a number from 1 to " + PrincipleNumber.LAST);
    return new Prompt(
        id, principle, text(prompt, "question"), prompt.object("actions", Prompts::actions));
  }

  private static SortedMap<Integer, String> actions(ConfigObject actions) {
    var byMinutes = new TreeMap<Integer, String>();
    Prompt.MINUTES.forEach(
        minutes -> byMinutes.put(minutes, text(actions, String.valueOf(minutes))));
    return byMinutes;
  }

  private static String text(ConfigObject in, String key) {
    return in.text(key, Prompts::sayable, "a text of 1 to " + LONGEST + " characters");
  }

  private static String sayable(String text) {
    String said = text.strip();
    if (said.isEmpty() || Mrkdwn.escape(said).length() > LONGEST) {
      throw new IllegalArgumentException();
    }
    return said;
  }
}
