package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A migration that has landed has been run on somebody's data: it is never changed, and a new one
/// comes after it. The list is in the order landed, a name and a checksum each.
@SqliteOnly
class LandedMigrationsTest {
  private static final Path FOLDER = Path.of("src/main/resources/smallsteps/migrations/sqlite");
  private static final Path LANDED = Path.of("src/test/resources/migrations.landed");

  @Test
  void whatHasLandedIsNeverChanged() throws Exception {
    for (Map.Entry<String, String> one : landed().entrySet()) {
      Path file = FOLDER.resolve(one.getKey());
      assertThat(file).exists();
      assertThat(checksum(file)).as(one.getKey() + " is as it landed").isEqualTo(one.getValue());
    }
  }

  @Test
  void aNewNumberExceedsAllThatLandedAndIsListed() throws Exception {
    Map<String, String> landed = landed();
    int highest = landed.keySet().stream().mapToInt(LandedMigrationsTest::number).max().orElse(0);
    try (var files = Files.list(FOLDER)) {
      List<Path> unlisted =
          files.filter(file -> !landed.containsKey(file.getFileName().toString())).toList();
      for (Path file : unlisted) {
        String name = file.getFileName().toString();
        assertThat(number(name)).as(name + " comes after those that landed").isGreaterThan(highest);
      }
      for (Path file : unlisted) {
        String line = file.getFileName() + " " + checksum(file);
        assertThat(landed).as("When it lands, add to " + LANDED + ": " + line).isEmpty();
      }
    }
  }

  private static Map<String, String> landed() throws IOException {
    var landed = new LinkedHashMap<String, String>();
    for (String line : Files.readAllLines(LANDED)) {
      landed.put(line.split(" ")[0], line.split(" ")[1]);
    }
    return landed;
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  private static String checksum(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }
}
