package smallsteps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sources as they stand, for tests that read them.
public final class Sources {
  public static final Path MAIN = Path.of("src/main/java/smallsteps");

  private Sources() {}

  /// Each of Java's in that folder, and in those inside it.
  public static List<Path> in(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
