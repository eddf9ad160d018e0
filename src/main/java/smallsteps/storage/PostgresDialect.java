package smallsteps.storage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// PostgreSQL's own words. Its full-text search is handed words that are taken apart already, and
/// folded by the functions that the schema brings with it: no extension is needed.
final class PostgresDialect implements Dialect {
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  @Override
  public String lastId() {
    return "lastval()";
  }

  /// More often and in fewer words is better.
  @Override
  public String found(String index) {
    return """
    (SELECT rowid AS id, -ts_rank(words, query, 2) AS rank
    FROM %s, to_tsquery('simple', folded(?)) query WHERE words @@ query)
    """
        .formatted(index);
  }

  @Override
  public String newest(String index, int most) {
    return """
    (SELECT rowid AS id FROM %s, to_tsquery('simple', folded(?)) query WHERE words @@ query
    ORDER BY rowid DESC LIMIT %d)
    """
        .formatted(index, most);
  }

  /// Words of a text have the weight A, those of its places D.
  @Override
  public String inPlaces(String wanted, List<String> places) {
    return places.stream()
        .map(place -> "'" + place + "':D")
        .collect(Collectors.joining(" | ", wanted + " & (", ")"));
  }

  @Override
  public String beginnings(List<List<String>> words) {
    return words.stream()
        .map(forms ->
            forms.stream()
                .map(form -> inARow(form, ":*A"))
                .collect(Collectors.joining(" | ", "(", ")")))
        .collect(Collectors.joining(" & "));
  }

  @Override
  public String whole(String word) {
    return inARow(word, ":A");
  }

  /// As a text of the same letters is taken apart.
  ///
  /// @param mark of the last part
  private static String inARow(String word, String mark) {
    return Arrays.stream(APART.split(word))
        .filter(part -> !part.isEmpty())
        .map(part -> "'" + part + "'")
        .collect(Collectors.joining(":A <-> ", "", mark));
  }

  @Override
  public String howMany(String text) {
    return "(SELECT count(*) FROM jsonb_array_elements_text(CAST(? AS jsonb)) AS sought (value)"
        + " WHERE strpos("
        + text
        + ", sought.value) > 0)";
  }

  @Override
  public String columns() {
    return """
    (SELECT t.table_name AS tab, c.column_name AS col
    FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
    WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE')
    """;
  }

  /// A row at a time: what is one too many is taken back by itself.
  @Override
  public void updateIfFree(
      Sql sql, String table, String set, List<?> values, String where, List<?> wanted) {
    String places = "SELECT CAST(ctid AS text) AS place FROM " + table + " WHERE " + where;
    String update = "UPDATE " + table + " SET " + set + " WHERE ctid = CAST(? AS tid)";
    for (String place : sql.list(places, row -> row.text("place"), wanted.toArray())) {
      sql.update("SAVEPOINT free");
      try {
        sql.update(update, Stream.concat(values.stream(), Stream.of(place)).toArray());
      } catch (StoreException e) {
        if (e.fault() != StoreFault.ONE_TOO_MANY) {
          throw e;
        }
        sql.update("ROLLBACK TO SAVEPOINT free");
      }
    }
  }

  /// It has no sign for nothing.
  @Override
  public String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
