package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two engines' migrations come to the same tables, so that a row of the one is a row of the
/// other. How each finds words is its own.
class SchemasTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/smallsteps/migrations");

  /// What PostgreSQL begins with is all that stands up to there.
  private static final int BOTH_FROM = 21;

  private static final String SQLITE_COLUMNS =
      """
      SELECT t.name || '.' || c.name || ' ' || lower(c.type) || ' '
        || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN 'never' ELSE 'maybe' END || ' null, default '
        || coalesce(c.dflt_value, 'none') || ', key ' || c.pk AS line
      FROM pragma_table_list t JOIN pragma_table_info(t.name) c
      WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
        AND t.name NOT LIKE 'flyway%'
      """;
  private static final String POSTGRES_COLUMNS =
      """
      SELECT c.table_name || '.' || c.column_name || ' ' ||
        CASE c.data_type WHEN 'bigint' THEN 'integer' ELSE c.data_type END || ' '
        || CASE c.is_nullable WHEN 'NO' THEN 'never' ELSE 'maybe' END || ' null, default '
        || coalesce(replace(c.column_default, '::text', ''), 'none') || ', key '
        || coalesce(array_position(k.conkey, CAST(c.ordinal_position AS smallint)), 0) AS line
      FROM information_schema.columns c JOIN information_schema.tables t
        USING (table_schema, table_name)
      JOIN pg_constraint k ON k.conrelid = CAST(c.table_name AS regclass) AND k.contype = 'p'
      WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
        AND c.table_name NOT LIKE 'flyway%' AND c.table_name <> 'win_words'
      """;
  private static final String SQLITE_INDEXES =
      """
      SELECT t.name || CASE WHEN i."unique" = 1 THEN ' one of' ELSE '' END
        || CASE WHEN i.partial = 1 THEN ' some' ELSE '' END
        || (SELECT group_concat(' ' || c.name, '') FROM pragma_index_info(i.name) c) AS line
      FROM pragma_table_list t JOIN pragma_index_list(t.name) i
      WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'flyway%' AND i.origin <> 'pk'
      """;
  private static final String POSTGRES_INDEXES =
      """
      SELECT t.relname || CASE WHEN i.indisunique THEN ' one of' ELSE '' END
        || CASE WHEN i.indpred IS NOT NULL THEN ' some' ELSE '' END
        || (SELECT string_agg(' ' || c.attname, '' ORDER BY k.place)
            FROM unnest(i.indkey) WITH ORDINALITY k (number, place)
            JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum = k.number) AS line
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.relnamespace = CAST(current_schema() AS regnamespace) AND NOT i.indisprimary
        AND t.relname NOT LIKE 'flyway%' AND t.relname <> 'win_words'
      """;

  @TempDir private Path folder;
  private Database sqlite;
  private Database postgres;

  @BeforeEach
  void open() {
    sqlite = Database.open(EachEngine.SQLITE.url(folder.resolve("one.db")));
    postgres = Database.open(EachEngine.POSTGRESQL.url(folder.resolve("other.db")));
  }

  @AfterEach
  void close() {
    sqlite.close();
    postgres.close();
  }

  @Test
  void eachColumnOfTheOneIsTheOthers() {
    assertThat(lines(postgres, POSTGRES_COLUMNS))
        .hasSizeGreaterThan(100)
        .isEqualTo(lines(sqlite, SQLITE_COLUMNS));
  }

  @Test
  void eachIndexOfTheOneIsTheOthers() {
    assertThat(lines(postgres, POSTGRES_INDEXES))
        .hasSizeGreaterThan(15)
        .isEqualTo(lines(sqlite, SQLITE_INDEXES));
  }

  @Test
  void theyHaveTheSameVersions() throws Exception {
    assertThat(versions("postgresql"))
        .isEqualTo(
            versions("sqlite").stream()
                .filter(version -> version >= BOTH_FROM)
                .collect(Collectors.toSet()));
    assertThat(postgres.version()).isEqualTo(sqlite.version());
  }

  private static Set<Integer> versions(String engine) throws Exception {
    try (var files = Files.list(MIGRATIONS.resolve(engine))) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> lines(Database database, String query) {
    List<String> lines = database.read(sql -> sql.list(query, row -> row.text("line")));
    return new TreeSet<>(lines);
  }
}
