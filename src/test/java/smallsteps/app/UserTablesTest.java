package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Language;
import smallsteps.UserTable;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

class UserTablesTest {
  /// Columns with a person in them, by how such columns are called here.
  private static final String PEOPLES_COLUMNS =
      """
      SELECT tab FROM %s c WHERE tab NOT LIKE 'flyway%%'
        AND (col LIKE '%%user%%' OR col LIKE '%%author%%' OR col LIKE '%%person%%'
          OR col LIKE '%%\\_by' ESCAPE '\\')
      """;

  @TempDir Path folder;

  @Test
  void everyTableWithAPersonInItHasAnOwnerWhoForgets() {
    try (var database = Migrated.open(folder.resolve("smallsteps.db"))) {
      Set<String> withPeople =
          Set.copyOf(
              database.read(sql ->
                  sql.list(
                      PEOPLES_COLUMNS.formatted(sql.dialect().columns()), row -> row.text("tab"))));
      assertThat(withPeople).contains("win", "reaction", "nudge_plan");
      assertThat(owned(database)).containsAll(withPeople);
    }
  }

  @Test
  void ofEachOfThemItCanBeToldInBothLanguagesWhatItKeeps() {
    var words = Words.load(ConfigFiles.packed(), new Language("sv"));
    try (var database = Migrated.open(folder.resolve("smallsteps.db"))) {
      for (Language language : words.languages()) {
        assertThat(owned(database))
            .allMatch(table -> words.in(language).isThere("privacy.kept." + table + ".title"));
      }
    }
  }

  private static Set<String> owned(Database database) {
    return BuiltRooms.on(database).userTables().stream()
        .map(UserTable::name)
        .collect(Collectors.toSet());
  }
}
