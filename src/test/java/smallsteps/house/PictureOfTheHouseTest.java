package smallsteps.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The picture of the design is drawn from the code: `mvn test -Dtest=PictureOfTheHouseTest
/// -Dpicture=true` draws it anew, then look at it.
@AnalyzeClasses(packages = "smallsteps", importOptions = ImportOption.DoNotIncludeTests.class)
class PictureOfTheHouseTest {
  private static final Path PICTURE = Path.of("src/site/resources/images/house.svg");

  /// Everybody knows the vocabulary, the app knows everybody, and these two stand alone.
  private static final Set<String> NOT_DRAWN = Set.of("", "app", "rehearsal", "launcher");

  @ArchTest
  static void thePictureShowsWhoKnowsWhom(JavaClasses classes) throws IOException {
    String drawn = new Drawing(known(classes)).svg();
    if (Boolean.getBoolean("picture")) {
      Files.writeString(PICTURE, drawn);
    }
    assertThat(Files.readString(PICTURE))
        .as("mvn test -Dtest=PictureOfTheHouseTest -Dpicture=true draws it anew")
        .isEqualTo(drawn);
  }

  /// Whom each package imports.
  private static Map<String, Set<String>> known(JavaClasses classes) {
    var known = new TreeMap<String, Set<String>>();
    for (JavaClass type : classes) {
      String of = room(type);
      if (!NOT_DRAWN.contains(of)) {
        Set<String> others = known.computeIfAbsent(of, _ -> new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(other -> other.getPackageName().startsWith("smallsteps"))
            .map(PictureOfTheHouseTest::room)
            .filter(other -> !other.equals(of) && !NOT_DRAWN.contains(other))
            .forEach(others::add);
      }
    }
    return known;
  }

  private static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 1 ? parts[1] : "";
  }
}
