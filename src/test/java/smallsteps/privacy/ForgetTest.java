package smallsteps.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Feature;
import smallsteps.UserTable;
import smallsteps.calendar.Calendar;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.nudges.NudgesFeature;
import smallsteps.wins.Scene;

class ForgetTest {
  /// Columns with a person in them, by how such columns are called here.
  private static final String PEOPLES_COLUMNS =
      """
      SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
        AND t.name NOT LIKE 'flyway%' AND t.name NOT LIKE 'sqlite%'
        AND (c.name LIKE '%user%' OR c.name LIKE '%author%' OR c.name LIKE '%person%'
          OR c.name LIKE '%\\_by' ESCAPE '\\')
      """;

  @TempDir Path folder;

  @Test
  void everyTableWithAPersonInItHasAnOwnerWhoForgets() {
    try (var scene = new Scene(folder)) {
      Set<String> withPeople =
          Set.copyOf(
              scene.database.read(sql -> sql.list(PEOPLES_COLUMNS, row -> row.text("name"))));
      assertThat(withPeople).contains("win", "reaction", "nudge_plan");
      assertThat(owned(scene)).containsAll(withPeople);
    }
  }

  @Test
  void aForgottenPersonIsGoneAndOthersStay() {
    try (var scene = new Scene(folder)) {
      scene.says("U1", "1763884800.000100", "I did a small thing: mine");
      scene.says("U2", "1763884801.000100", "I did a small thing: theirs");
      scene.reacts("U2", "1763884800.000100", "tada", "1763884802.000000");
      scene.reacts("U1", "1763884801.000100", "tada", "1763884802.000000");
      scene.reacts("U3", "1763884801.000100", "tada", "1763884803.000000");

      var forget = new Forget(tables(scene.rooms().stream()));
      assertThat(forget.forget(Scene.user("U1"))).isEqualTo(Map.of("win", 1, "reaction", 1));
      assertThat(forget.forget(Scene.user("U1"))).isEqualTo(Map.of("win", 0, "reaction", 0));
      assertThat(scene.texts()).containsExactly("theirs");
      assertThat(scene.reactions.all(null))
          .isEqualTo(Map.of(Scene.message("1763884801.000100"), Map.of("tada", List.of("U3"))));
    }
  }

  private static Set<String> owned(Scene scene) {
    var files = ConfigFiles.packed();
    Settings settings = Settings.load(files);
    var nudges =
        new NudgesFeature(
            settings,
            Prompts.load(files, settings.language()),
            new NudgesFeature.Neighbours(
                (number, _) -> "Princip " + number, Calendar.load(files, settings.country())),
            Words.load(files, settings.language()),
            scene.database,
            () -> scene.now,
            "test");
    return tables(Stream.concat(scene.rooms().stream(), Stream.of(nudges))).stream()
        .map(UserTable::name)
        .collect(Collectors.toSet());
  }

  private static List<UserTable> tables(Stream<? extends Feature> rooms) {
    return rooms.flatMap(room -> room.userTables().stream()).toList();
  }
}
