package smallsteps.config;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import smallsteps.Mrkdwn;

/// A team's own file of words, held sentence by sentence against the packed one.
final class WordsCheck {
  private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern UNCLOSED = Pattern.compile("\\{[^}]*(\\{|$)");

  /// As CLDR names them. Which of them a language has, its numbers tell.
  private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many", "other");

  /// These stand for one number, and need not say it.
  private static final Pattern OF_ONE_NUMBER = Pattern.compile(".*\\.(zero|one|two)");

  /// A section of a message holds no more.
  private static final int LONGEST = 3000;

  /// What a modal is headed by and closed with, and what a shortcut is called in Slack's menu.
  private static final Pattern BRIEF =
      Pattern.compile(
          ".*\\.(form|tags|edit|modal)\\.title|.*modal_title|wins\\.title|.*\\.(cancel|close|submit|save)"
              + "|.*\\.shortcuts?\\..*name");

  private static final int LONGEST_BRIEF = 24;

  /// What else the manifest says of the app.
  private static final Map<String, Integer> LONGEST_OF_APP =
      Map.of("app.name", 35, "app.description", 140);

  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> lacking = new ArrayList<>();
  private int count;

  private WordsCheck() {}

  static WordsCheck of(JsonObject own, JsonObject packed) {
    var check = new WordsCheck();
    check.objects(own, packed, "");
    return check;
  }

  /// What can't be said, each with its key.
  List<String> problems() {
    return problems;
  }

  /// What can be said, and may not be meant.
  List<String> warnings() {
    return warnings;
  }

  /// The keys that the file leaves out.
  List<String> lacking() {
    return lacking;
  }

  /// How many sentences are of its own.
  int count() {
    return count;
  }

  private void objects(JsonObject own, JsonObject packed, String path) {
    own.forEach((key, value) -> {
      if (packed.containsKey(key)) {
        value(value, packed.get(key), path + key);
      } else {
        warnings.add("nobody says \"" + path + key + "\"" + Near.instead(key, packed.keySet()));
      }
    });
    packed.keySet().stream()
        .filter(key -> !own.containsKey(key))
        .forEach(key -> lacking.add(path + key));
  }

  private void value(JsonValue own, JsonValue packed, String path) {
    boolean isSentence = packed instanceof JsonString || isForms(packed);
    if (!isSentence) {
      if (own instanceof JsonObject object) {
        objects(object, (JsonObject) packed, path + ".");
      } else {
        problem(path, "must be an object with sentences in it");
      }
    } else if (own instanceof JsonString text) {
      sentence(text.getString(), blanks(packed), path);
    } else if (own instanceof JsonObject forms) {
      forms(forms, packed, path);
    } else {
      problem(path, "must be a text");
    }
  }

  private static boolean isForms(JsonValue packed) {
    return packed instanceof JsonObject object && FORMS.containsAll(object.keySet());
  }

  private void forms(JsonObject forms, JsonValue packed, String path) {
    for (Map.Entry<String, JsonValue> form : forms.entrySet()) {
      String key = path + "." + form.getKey();
      if (!FORMS.contains(form.getKey())) {
        warnings.add("nobody says \"" + key + "\": the forms are " + String.join(", ", FORMS));
      } else if (form.getValue() instanceof JsonString text) {
        sentence(text.getString(), blanks(packed), key);
      } else {
        problem(key, "must be a text");
      }
    }
    if (packed instanceof JsonString && !forms.containsKey("other")) {
      problem(path, "needs a text, or the form \"other\"");
    }
  }

  private void sentence(String text, Set<String> known, String path) {
    count++;
    Set<String> own = blanks(text);
    if (text.isBlank()) {
      problem(path, "is empty");
    } else if (DateShape.isKey(path) && !DateShape.isPattern(text)) {
      problem(path, "is no pattern for a date, such as d MMMM uuuu");
    } else if (UNCLOSED.matcher(text).find()) {
      problem(path, "has a { without its }");
    }
    for (String blank : own) {
      if (!known.contains(blank)) {
        problem(path, "has {" + blank + "}, which is never filled in" + instead(blank, known));
      }
    }
    known.stream()
        .filter(blank -> !own.contains(blank) && !OF_ONE_NUMBER.matcher(path).matches())
        .forEach(blank -> warnings.add("\"" + path + "\" leaves out {" + blank + "}"));
    length(text, path);
  }

  private static String instead(String blank, Collection<String> known) {
    return Near.to(blank, known)
        .map(near -> " (did you mean {" + near + "}?)")
        .orElse(
            known.isEmpty()
                ? ": it has no blanks"
                : ": it has {" + String.join("}, {", known) + "}");
  }

  private void length(String text, String path) {
    String plain = BLANK.matcher(text).replaceAll("");
    int longest =
        BRIEF.matcher(path).matches() ? LONGEST_BRIEF : LONGEST_OF_APP.getOrDefault(path, LONGEST);
    int length = longest == LONGEST ? Mrkdwn.escape(plain).length() : plain.length();
    if (length > longest) {
      problem(path, "is longer than the " + longest + " characters that Slack shows there");
    }
  }

  private void problem(String path, String wrong) {
    problems.add("\"" + path + "\" " + wrong);
  }

  private static Set<String> blanks(JsonValue packed) {
    var blanks = new TreeSet<String>();
    if (packed instanceof JsonString text) {
      blanks.addAll(blanks(text.getString()));
    } else if (packed instanceof JsonObject forms) {
      forms.values().forEach(form -> blanks.addAll(blanks(form)));
    }
    return blanks;
  }

  private static Set<String> blanks(String text) {
    var blanks = new TreeSet<String>();
    BLANK.matcher(text).results().map((MatchResult found) -> found.group(1)).forEach(blanks::add);
    return blanks;
  }
}
