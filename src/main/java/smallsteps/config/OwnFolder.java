package smallsteps.config;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smallsteps.SetupException;

/// The folder that `SMALLSTEPS_CONFIG` names: which of its files are taken, and which are not.
final class OwnFolder {
  private static final int DEEPEST = 4;
  private static final int MOST = 1000;
  private static final int LARGEST = 4 << 20;

  private static final Pattern TAKEN =
      Pattern.compile(
          "smallsteps\\.json|manifest\\.json|(words|prompts|principles)/[a-z]{2}\\.json"
              + "|calendars/[^/]+\\.json");

  /// A dot begins what an editor, a file system or a container's mount puts there.
  private static final Pattern HIDDEN = Pattern.compile("(.*/)?\\..*");

  private final Path folder;
  private List<String> names; // once asked for

  /// @throws SetupException when the folder is not there, or can't be looked into
  OwnFolder(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      boolean isThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
      throw new SetupException(
          "SMALLSTEPS_CONFIG names "
              + Variables.shown(folder.toString())
              + ", which is "
              + (isThere
                  ? "no folder. Name the folder that holds it"
                  : "not there, so no folder. Make it")
              + ", or unset it.");
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw new SetupException(
          "SMALLSTEPS_CONFIG names "
              + folder
              + ", a folder that can't be read. Let this user look into it, or unset it.");
    }
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /// @throws SetupException when it is there and is not what it should be
  Optional<JsonObject> find(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw unreadable(name, null);
      }
      byte[] bytes = new NamedFile(file).upTo(LARGEST);
      if (bytes.length > LARGEST) {
        throw new SetupException(
            "The configuration file " + name + " is larger than 4 MiB. Make it shorter.");
      }
      return Optional.of(ConfigText.object(name, bytes));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static SetupException unreadable(String name, IOException cause) {
    return new SetupException(
        "The configuration file "
            + name
            + " can't be read. Make it a file that this user may read, or take it away.",
        cause);
  }

  /// By their path in the folder.
  List<String> taken() {
    return names().stream().filter(name -> TAKEN.matcher(name).matches()).toList();
  }

  List<String> notTaken() {
    return names().stream().filter(name -> !TAKEN.matcher(name).matches()).toList();
  }

  private List<String> names() {
    if (names == null) {
      try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
        names =
            files
                .filter(file -> !Files.isDirectory(file))
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .filter(name -> !HIDDEN.matcher(name).matches())
                .limit(MOST)
                .sorted()
                .toList();
      } catch (IOException | UncheckedIOException e) {
        throw new SetupException(
            "SMALLSTEPS_CONFIG names "
                + folder
                + ", where a folder can't be read. Let this user look into it.",
            e);
      }
    }
    return names;
  }
}
