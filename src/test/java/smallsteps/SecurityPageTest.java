package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `src/site/markdown/security.md` names the tests that hold what it says.
class SecurityPageTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

  @Test
  void eachTestThatItNamesIsThere() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/security.md"));
    List<MatchResult> named = NAMED.matcher(page).results().toList();

    assertThat(named).hasSizeGreaterThan(20);
    for (MatchResult each : named) {
      assertIsThere(each.group(1), each.group(2));
    }
  }

  private static void assertIsThere(String type, String method) throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      Pattern test = Pattern.compile("(?m)^  void " + Pattern.quote(method) + "\\(");
      assertThat(files.filter(file -> file.endsWith(type + ".java")).map(SecurityPageTest::text))
          .as(type + "#" + method)
          .anyMatch(source -> test.matcher(source).find());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
