package smallsteps.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder that is gone, with all that is in it, when it is closed.
final class TemporaryFolder implements AutoCloseable {
  private final Path folder;

  TemporaryFolder() throws IOException {
    folder = Files.createTempDirectory("smallsteps");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
