package smallsteps.storage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQLite's own words: FTS5 finds words, and JSON is read by a table that a function makes.
final class SqliteDialect implements Dialect {

  @Override
  public String lastId() {
    return "last_insert_rowid()";
  }

  @Override
  public String found(String index) {
    return "(SELECT rowid AS id, rank FROM %1$s WHERE %1$s MATCH ?)".formatted(index);
  }

  @Override
  public String newest(String index, int most) {
    return "(SELECT rowid AS id FROM %1$s WHERE %1$s MATCH ? ORDER BY rowid DESC LIMIT %2$d)"
        .formatted(index, most);
  }

  @Override
  public String inPlaces(String wanted, List<String> places) {
    return places.stream()
        .map(SqliteDialect::quoted)
        .collect(Collectors.joining(" OR ", wanted + " AND place : (", ")"));
  }

  @Override
  public String beginnings(List<List<String>> words) {
    return words.stream()
        .map(forms ->
            forms.stream()
                .map(form -> quoted(form) + '*')
                .collect(Collectors.joining(" OR ", "text : (", ")")))
        .collect(Collectors.joining(" AND "));
  }

  @Override
  public String whole(String word) {
    return "text : " + quoted(word);
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  @Override
  public String howMany(String text) {
    return "(SELECT count(*) FROM json_each(?) sought WHERE instr(" + text + ", sought.value) > 0)";
  }

  @Override
  public String columns() {
    return """
    (SELECT t.name AS tab, c.name AS col FROM pragma_table_list t JOIN pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%')
    """;
  }

  @Override
  public void updateIfFree(
      Sql sql, String table, String set, List<?> values, String where, List<?> wanted) {
    sql.update(
        "UPDATE OR IGNORE " + table + " SET " + set + " WHERE " + where,
        Stream.concat(values.stream(), wanted.stream()).toArray());
  }
}
