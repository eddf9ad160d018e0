package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whoever meets a word of the code finds what it means, on the page of words or on that of its
/// package.
@AnalyzeClasses(packages = "smallsteps", importOptions = ImportOption.DoNotIncludeTests.class)
class WordsOfTheCodeTest {
  private static final Path PAGE = Path.of("src/site/markdown/words-of-the-code.md");
  private static final Path SOURCES = Path.of("src/main/java");

  /// In backticks, or as a link; `…Methods` is every one that ends so.
  private static final Pattern NAMED =
      Pattern.compile("`(…?[A-Z]\\w*)`|\\[(?:\\w+\\.)*?([A-Z]\\w*)[\\]#.]");

  private final Map<Path, Set<String>> named = new HashMap<>();

  @ArchTest
  void eachPublicTypeIsExplainedOnAPage(JavaClasses classes) {
    assertThat(classes.stream().filter(WordsOfTheCodeTest::isShown))
        .filteredOn(type -> !isOn(PAGE, type) && !isOn(pageOfPackage(type), type))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  @ArchTest
  void thePageExplainsNothingThatIsNotThere(JavaClasses classes) {
    Set<String> there = classes.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    assertThat(named(PAGE)).filteredOn(name -> !name.startsWith("…")).isSubsetOf(there);
  }

  private static boolean isShown(JavaClass type) {
    return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private boolean isOn(Path page, JavaClass type) {
    return named(page).stream()
        .anyMatch(name ->
            name.startsWith("…")
                ? type.getSimpleName().endsWith(name.substring(1))
                : type.getSimpleName().equals(name));
  }

  private static Path pageOfPackage(JavaClass type) {
    return SOURCES.resolve(type.getPackageName().replace('.', '/')).resolve("package-info.java");
  }

  private Set<String> named(Path page) {
    return named.computeIfAbsent(page, WordsOfTheCodeTest::read);
  }

  private static Set<String> read(Path page) {
    return NAMED
        .matcher(Sources.text(page))
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .collect(Collectors.toSet());
  }
}
