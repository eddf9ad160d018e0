package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.storage.SqliteOnly;

/// Who keeps which table, and who reads it, by the SQL that stands in the sources and by the
/// schema: a room reads another's tables where it may read that room, and nowhere else.
@SqliteOnly
class TableArrowsTest {
  private static final Pattern COMMENT = Pattern.compile("^\\s*//.*$", Pattern.MULTILINE);
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern WRITTEN =
      Pattern.compile("(?:INSERT(?: OR \\w+)? INTO|UPDATE(?: OR \\w+)?|DELETE FROM) +(\\w+)");

  /// A table that a room names for machinery to settle its rows.
  private static final Pattern HANDED = Pattern.compile("String TABLE = \"(\\w+)\"");

  private static final Pattern READ = Pattern.compile("(?:FROM|JOIN)\\s+(\\w+)");

  /// Of SQLite and of Flyway, and what SQLite keeps of a search index.
  private static final String OURS =
      """
       FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'
        AND name NOT LIKE 'win\\_words\\__%' ESCAPE '\\'
      """;

  private @TempDir Path folder;
  private @AutoClose Database database;
  private Map<String, String> sources;

  @BeforeEach
  void theSchemaAndTheSources() {
    database = Migrated.open(folder.resolve("bot.db"));
    sources =
        Sources.in(Sources.MAIN).stream()
            .collect(
                Collectors.groupingBy(
                    TableArrowsTest::room,
                    TreeMap::new,
                    Collectors.mapping(TableArrowsTest::text, Collectors.joining("\n"))));
  }

  @Test
  void eachTableIsWrittenByOneRoomAndStandsOnItsPage() {
    for (String table : tables()) {
      assertThat(writers(table)).as("who writes " + table).hasSize(1);
      assertThat(page(owner(table))).as("the page of " + owner(table)).contains('`' + table + '`');
    }
  }

  @Test
  void aRoomReadsTheTablesOfThoseThatItMayRead() {
    for (String table : tables()) {
      for (String reader : readers(table)) {
        assertMayRead(reader, table, reader + " reads " + table);
      }
    }
  }

  /// A trigger belongs to whom it writes for, and reads the table that sets it off.
  @Test
  void triggersFollowTheArrows() {
    List<String> triggers = schema("trigger", "tbl_name || char(10) || sql");
    assertThat(triggers).isNotEmpty();
    for (String trigger : triggers) {
      String fired = trigger.lines().findFirst().orElseThrow();
      String sql = trigger.substring(trigger.indexOf("BEGIN"));
      for (String written : named(WRITTEN, sql)) {
        assertMayRead(owner(written), fired, trigger);
        named(READ, sql).forEach(read -> assertMayRead(owner(written), read, trigger));
      }
    }
  }

  /// A view belongs to the one room that reads it.
  @Test
  void viewsFollowTheArrows() {
    for (String view : schema("view", "name")) {
      Set<String> readers = readers(view);
      assertThat(readers).as("who reads " + view).hasSizeLessThan(2);
      for (String table : named(READ, sql(view))) {
        readers.forEach(reader -> assertMayRead(reader, table, reader + " by " + view));
      }
    }
  }

  @Test
  void foreignKeysFollowTheArrows() {
    for (String table : tables()) {
      for (String parent : parents(table)) {
        assertMayRead(owner(table), parent, table + " points to " + parent);
      }
    }
  }

  private void assertMayRead(String reader, String table, String why) {
    if (tables().contains(table)) {
      String owner = owner(table);
      assertThat(reader.equals(owner) || ArchitectureTest.mayRead(reader, owner))
          .as(why + ", which is kept by " + owner)
          .isTrue();
    }
  }

  private List<String> tables() {
    return schema("table", "name");
  }

  private String owner(String table) {
    return writers(table).iterator().next();
  }

  private Set<String> writers(String table) {
    return rooms(source ->
        texts(source).anyMatch(text -> named(WRITTEN, text).contains(table))
            || named(HANDED, source).contains(table));
  }

  private Set<String> readers(String table) {
    return rooms(source -> texts(source).anyMatch(text -> named(READ, text).contains(table)));
  }

  private Set<String> rooms(Predicate<String> which) {
    return sources.entrySet().stream()
        .filter(source -> which.test(source.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> texts(String source) {
    return TEXT.matcher(source)
        .results()
        .map(text -> text.group(1) == null ? text.group(2) : text.group(1));
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private List<String> schema(String type, String column) {
    return database.read(sql ->
        sql.list(
            "SELECT " + column + " AS c" + OURS + " AND type = ?", row -> row.text("c"), type));
  }

  private String sql(String name) {
    return database.read(sql ->
        sql.first("SELECT sql FROM sqlite_schema WHERE name = ?", row -> row.text("sql"), name)
            .orElseThrow());
  }

  private List<String> parents(String table) {
    return database.read(sql ->
        sql.list(
            "SELECT \"table\" AS parent FROM pragma_foreign_key_list(?)",
            row -> row.text("parent"),
            table));
  }

  private static String page(String room) {
    return text(Sources.MAIN.resolve(room).resolve("package-info.java"));
  }

  private static String room(Path file) {
    Path inside = Sources.MAIN.relativize(file);
    return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
  }

  private static String text(Path file) {
    String text = Sources.text(file);
    return file.endsWith("package-info.java") ? text : COMMENT.matcher(text).replaceAll("");
  }
}
