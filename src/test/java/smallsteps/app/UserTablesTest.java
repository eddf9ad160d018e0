package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.People;
import smallsteps.UserTable;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
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

  /// By the rooms as the bot builds them.
  private static Set<String> owned(Database database) {
    ConfigFiles files = ConfigFiles.packed();
    Settings settings = Settings.load(files);
    Words words = Words.load(files, settings.language());
    var nobodyKnown = new People.Person(settings.language(), settings.zone());
    var outbox = new Outbox(database, () -> Instant.EPOCH, Outbox.Terms.NONE);
    var rooms =
        new BotRooms(
            files,
            settings,
            words,
            database,
            () -> Instant.EPOCH,
            _ -> nobodyKnown,
            Optional::empty,
            outbox);
    return rooms.userTables().stream().map(UserTable::name).collect(Collectors.toSet());
  }
}
