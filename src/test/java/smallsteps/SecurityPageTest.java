package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `src/site/markdown/security.md` names the tests that hold what it says.
class SecurityPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/security.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

  @Test
  void eachTestThatItNamesIsThere() {
    String page = Sources.text(PAGE);
    List<MatchResult> named = NAMED.matcher(page).results().toList();

    assertThat(named).hasSizeGreaterThan(20);
    for (MatchResult each : named) {
      assertIsThere(each.group(1), each.group(2));
    }
  }

  private static void assertIsThere(String type, String method) {
    Pattern test = Pattern.compile("(?m)^  void " + Pattern.quote(method) + "\\(");
    assertThat(Sources.in(TESTS).stream().filter(file -> file.endsWith(type + ".java")))
        .as(type + "#" + method)
        .anyMatch(file -> test.matcher(Sources.text(file)).find());
  }
}
