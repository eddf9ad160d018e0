package smallsteps.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import smallsteps.SetupException;

/// `jdbc:sqlite:` and the path of a file, and nothing else that the driver would take: whatever is
/// kept in memory, or with settings of its own, breaks what the bot promises of its file.
final class DatabaseUrl {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final String EXAMPLE = "such as jdbc:sqlite:data/smallsteps.db";

  private DatabaseUrl() {}

  /// @throws SetupException why it is none, in a sentence that repeats nothing of it
  static Path path(String url) {
    if (!url.startsWith(PREFIX) || url.length() == PREFIX.length()) {
      throw wrong(
          "must be jdbc:sqlite: and the path of a file, "
              + EXAMPLE
              + ", or jdbc:postgresql: and a server, such as"
              + " jdbc:postgresql://db.example.org/smallsteps; other databases are not supported.");
    }
    String path = url.substring(PREFIX.length());
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.contains(":memory:") || lower.contains("mode=memory")) {
      throw wrong("names a database in memory, which forgets all at the end. " + wanted());
    }
    if (lower.startsWith("file:") || lower.startsWith(":resource:") || path.startsWith(":")) {
      throw wrong("must name a file by its path, without file: or :resource:. " + wanted());
    }
    if (path.indexOf('?') >= 0) {
      throw wrong("takes no parameters (what follows a ?): the bot chooses them. " + wanted());
    }
    if (path.startsWith("~") || path.isBlank() || !path.equals(path.strip())) {
      throw wrong("must be a path as it is, without ~ and without blanks around it. " + wanted());
    }
    return parsed(path);
  }

  private static Path parsed(String path) {
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw wrong("holds a sign that no path may: type it again.");
    }
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new SetupException(
          "DATABASE_URL holds a letter that the locale of this process can't write. Set"
              + " LC_ALL=C.UTF-8, or give it a path of plain letters.",
          e);
    }
  }

  private static String wanted() {
    return "Set it to jdbc:sqlite: and a path, " + EXAMPLE + ".";
  }

  private static SetupException wrong(String why) {
    return new SetupException("DATABASE_URL " + why);
  }
}
