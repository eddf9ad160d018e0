package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of promises names tests that are there.
class PromisesTest {
  private static final Pattern NAMED = Pattern.compile("`((?:[a-z]\\w*\\.)*[A-Z]\\w*)\\.(\\w+)`");

  @Test
  void eachPromiseHasItsTests() throws IOException, ClassNotFoundException {
    for (String line : Files.readAllLines(Path.of("src/site/markdown/promises.md"))) {
      boolean isPromise = line.startsWith("| ") && !line.startsWith("| Promise");
      var tests = NAMED.matcher(line).results().toList();
      assertThat(tests.isEmpty()).as(line).isNotEqualTo(isPromise);
      for (MatchResult test : tests) {
        assertThat(Class.forName("smallsteps." + test.group(1)).getDeclaredMethods())
            .extracting(Method::getName)
            .contains(test.group(2));
      }
    }
  }
}
