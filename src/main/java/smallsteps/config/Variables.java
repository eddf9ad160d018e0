package smallsteps.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import smallsteps.SetupException;

/// The variables of the environment, each by its name or from the file that `NAME_FILE` names, and
/// what is wrong with them whatever they are for. What may be a secret is never repeated.
final class Variables {
  /// Secrets are short: who names a log or a disk by mistake is to hear so at once.
  private static final int LONGEST_FILE = 64 << 10;

  /// Whoever writes into a pipe, as `<(…)` in a shell, may have to ask for the secret first.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int LONGEST_VALUE = 8_192;

  /// White space of every kind, and signs that nobody sees: a byte order mark, a joiner.
  private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}\\x{FEFF}]+";

  private static final Pattern AROUND = Pattern.compile("^" + UNSEEN + "|" + UNSEEN + "$");
  private static final String QUOTES = "\"'`´“”„‟«»‹›‘’‚‛＂＇";

  private final Map<String, String> values;
  private final Duration patience;
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> values) {
    this(values, PATIENCE);
  }

  /// @param patience how long a file may take to give all that it holds
  Variables(Map<String, String> values, Duration patience) {
    this.values = values;
    this.patience = patience;
  }

  List<String> problems() {
    return problems;
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  /// Adds what is wrong in the eyes of another.
  void check(Runnable other) {
    try {
      other.run();
    } catch (SetupException wrong) {
      problem(wrong.getMessage());
    }
  }

  /// Blank counts as not set. Empty as well where something is wrong with it, which is told.
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).flatMap(value -> seen(name, value));
  }

  /// The variable, or what stands in the file that `NAME_FILE` names.
  Optional<String> secret(String name) {
    String file = name + "_FILE";
    if (!isSet(file)) {
      return text(name);
    }
    if (isSet(name)) {
      problem(name + " and " + file + " are both set: take one of them away.");
      return Optional.empty();
    }
    return text(file).flatMap(path -> inFile(name, path));
  }

  private boolean isSet(String name) {
    return !trimmed(values.getOrDefault(name, "")).isEmpty();
  }

  private Optional<String> inFile(String name, String path) {
    String says = name + "_FILE names " + shown(path) + ", ";
    try {
      Path file = Path.of(path);
      if (!Files.isDirectory(file)) {
        return held(name, says, new NamedFile(file).upTo(LONGEST_FILE, patience));
      }
      problem(says + "which is a folder. Name the file in it that holds the value.");
    } catch (NoSuchFileException e) {
      problem(says + "a file that can't be read: it is not there.");
    } catch (TimeoutException e) {
      problem(
          says + "which keeps its reader waiting. See that somebody writes into it, to an end.");
    } catch (CharacterCodingException e) {
      problem(says + "which is no text in UTF-8. Save it as UTF-8, the value alone in it.");
    } catch (IOException | InvalidPathException | SecurityException e) {
      problem(says + "a file that can't be read. Let this user read it.");
    }
    return Optional.empty();
  }

  private Optional<String> held(String name, String says, byte[] bytes)
      throws CharacterCodingException {
    if (bytes.length > LONGEST_FILE) {
      problem(says + "which is far too long for a secret. Name the file that holds it alone.");
      return Optional.empty();
    }
    String held =
        trimmed(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    if (held.isEmpty()) {
      problem(says + "which is empty. Put the value into it.");
    }
    return seen(name, held);
  }

  private Optional<String> seen(String name, String value) {
    String seen = trimmed(value);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    String wrong = wrong(seen);
    if (wrong != null) {
      problem(name + " " + wrong);
      return Optional.empty();
    }
    return Optional.of(seen);
  }

  /// Null when nothing is.
  private static String wrong(String value) {
    if (isQuote(value.charAt(0)) || isQuote(value.charAt(value.length() - 1))) {
      return "stands in quotes, which are taken as a part of it. Write the value without them.";
    }
    if (value.indexOf('\uFFFD') >= 0) {
      return "holds letters that can't be read under this locale. Set LC_ALL=C.UTF-8, and start"
          + " again.";
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      return "holds a line break, a tab or another sign that nobody sees. Write the value in one"
          + " line, and nothing besides.";
    }
    return value.length() > LONGEST_VALUE ? "is far too long. Look at what was put there." : null;
  }

  private static boolean isQuote(char sign) {
    return QUOTES.indexOf(sign) >= 0;
  }

  private static String trimmed(String value) {
    return AROUND.matcher(value).replaceAll("");
  }

  /// A secret may stand where a path belongs.
  static String shown(String path) {
    return path.matches("(?i).*(xox[a-z]|xapp)[.-].*|[0-9a-f]{32}") ? "something" : path;
  }
}
