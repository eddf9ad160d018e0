package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.UserTable;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

class UserTablesTest {
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
    try (var database = Migrated.open(folder.resolve("smallsteps.db"))) {
      Set<String> withPeople =
          Set.copyOf(database.read(sql -> sql.list(PEOPLES_COLUMNS, row -> row.text("name"))));
      assertThat(withPeople).contains("win", "reaction", "nudge_plan");
      assertThat(owned(database)).containsAll(withPeople);
    }
  }

  private static Set<String> owned(Database database) {
    return BuiltRooms.on(database).userTables().stream()
        .map(UserTable::name)
        .collect(Collectors.toSet());
  }
}
