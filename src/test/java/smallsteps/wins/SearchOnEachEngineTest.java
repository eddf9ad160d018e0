package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.Folded;
import smallsteps.storage.Database;
import smallsteps.storage.EachEngine;

/// The same words asked for find the same small things, whichever engine looks for them.
class SearchOnEachEngineTest {
  private static final List<String> SAID =
      List.of(
          "märkte dörren till förrådet",
          "Dörren, dörren och åter dörren!",
          "labelled the door (again): dorren",
          "ringde Åsa-Märta om e-posten",
          "skrev till karin.o'brien@example.org om https://example.org/sida?x=1&y=2",
          "läste 3,5 sidor av v1.20 och 2026-11-23",
          "ﬁxade ett ﬂöde",
          "ＤＯＯＲ in full width",
          "Æblegrød og smørrebrød i København",
          "ПОГОВОРИЛ с Машей о двери",
          "café, cafe\u0301 och CAFÉ",
          "”citat” – tankstreck … och ’apostrof’",
          "snake_case, kebab-case och camelCase",
          "🌱 planterade 🌱 ett frö",
          "ένα μικρό ΒΗΜΑ",
          "Straße und Strasse",
          "50% av 100 $ & 7/8",
          "ett mycket långt ord: " + "ordföljd".repeat(20));

  @TempDir private Path folder;
  private WinsAndReactions sqlite;
  private WinsAndReactions postgres;

  @BeforeEach
  void theSameIsSaid() {
    sqlite = said(EachEngine.SQLITE, "one.db");
    postgres = said(EachEngine.POSTGRESQL, "other.db");
  }

  private WinsAndReactions said(EachEngine engine, String file) {
    var scene = new WinsAndReactions(Database.open(engine.url(folder.resolve(file))));
    for (int n = 0; n < SAID.size(); n++) {
      scene.says("U1", "17638840%02d.000100".formatted(n), "I did a small thing: " + SAID.get(n));
    }
    return scene;
  }

  @AfterEach
  void close() throws Exception {
    sqlite.close();
    postgres.close();
  }

  /// Each word that was said, and each beginning of it.
  @Test
  void eachBeginningOfEachWordFindsTheSame() {
    Set<String> asked = new TreeSet<>();
    for (String said : SAID) {
      for (Folded.Word word : Folded.of(said).words()) {
        for (int end = 1; end <= Math.min(8, word.exact().length()); end++) {
          asked.add(word.exact().substring(0, end));
        }
        asked.add(word.exact());
      }
    }
    assertThat(asked).hasSizeGreaterThan(200);
    for (String word : asked) {
      assertThat(found(postgres, word)).as(word).isEqualTo(found(sqlite, word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dorren, 3", "DÖRREN, 3", "dörr, 3", "åsa märta, 1", "epost, 0", "e-post, 1", "example.org, 1",
    "v1.20, 1", "door, 2", "fixade, 1", "flöde, 1", "поговорил, 1", "cafe, 1", "kebab case, 1",
    "strasse, 1", "100, 1", "smørrebrød, 1", "smorrebrod, 0", "βημα, 1", "finns-inte, 0"
  })
  void whatIsAskedForIsFoundByBoth(String asked, int times) {
    assertThat(found(sqlite, asked.split(" "))).as("SQLite").hasSize(times);
    assertThat(found(postgres, asked.split(" "))).as("PostgreSQL").hasSize(times);
  }

  /// What is written as asked, then what says it most and in fewest words.
  @Test
  void theBestComesFirst() {
    for (String word : List.of("dörren", "dorren")) {
      assertThat(inOrder(postgres, word)).as(word).isEqualTo(inOrder(sqlite, word));
    }
  }

  @Test
  void whatWasEditedOrErasedIsFoundNoMore() {
    for (WinsAndReactions scene : List.of(sqlite, postgres)) {
      scene.edits("U1", "1763884000.000100", "I did a small thing: grinden", "1763884900.000100");
      scene.deletes("1763884002.000100");
      assertThat(found(scene, "dörren")).hasSize(1);
      assertThat(found(scene, "grind")).hasSize(1);
      assertThat(found(scene, "labelled")).isEmpty();
    }
  }

  private static Set<String> found(WinsAndReactions scene, String... words) {
    return inOrder(scene, words).stream().collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> inOrder(WinsAndReactions scene, String... words) {
    return scene.wins.find(WinsAndReactions.user("U2"), "C1", List.of(words), 100).stream()
        .map(win -> win.text().kept())
        .toList();
  }
}
