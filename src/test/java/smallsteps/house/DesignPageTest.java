package smallsteps.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `src/site/markdown/design.md` speaks of what is there, and leaves no package out.
class DesignPageTest {
  private static final Path PACKAGES = Path.of("src/main/java/smallsteps");

  /// A type, perhaps with what it holds; `XFeature` stands for each room's own.
  private static final Pattern TYPE = Pattern.compile("`(?!X[A-Z])([A-Z]\\w+)[.`]");

  private String page;

  @BeforeEach
  void thePage() throws IOException {
    page = Files.readString(Path.of("src/site/markdown/design.md"));
  }

  @Test
  void eachTypeThatItNamesIsThere() throws IOException {
    Set<String> named =
        TYPE.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(20).isSubsetOf(types());
  }

  @Test
  void eachPackageHasItsLine() throws IOException {
    try (Stream<Path> inside = Files.list(PACKAGES)) {
      List<String> packages =
          inside.filter(Files::isDirectory).map(each -> "`" + each.getFileName() + "`").toList();
      List<String> lines = page.lines().filter(line -> line.startsWith("| `")).toList();
      assertThat(packages).allSatisfy(name -> assertThat(lines).anyMatch(l -> l.contains(name)));
    }
  }

  private static Set<String> types() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
