package smallsteps.storage;

import java.util.List;

/// Gives a channel another id in all that is kept, whichever table it is in: the schema itself says
/// where channels are, by the columns `channel_id` and `…_channel_id` of tables with a `team_id`,
/// and `subject`, of whose words one may be a channel.
public record ChannelIds(Database database) {
  private static final String COLUMNS =
      """
      SELECT c.tab, c.col FROM %1$s c JOIN %1$s team ON team.tab = c.tab AND team.col = 'team_id'
      WHERE c.col IN ('channel_id', 'subject') OR c.col LIKE '%%\\_channel\\_id' ESCAPE '\\'
      ORDER BY c.tab, c.col
      """;

  private record Column(String table, String name) {
    /// Where the words of it are several, with a space around each: no id is found within another.
    String padded() {
      return "' ' || " + name + " || ' '";
    }

    boolean isOfWords() {
      return name.equals("subject");
    }

    String where() {
      String holds =
          isOfWords()
              ? "replace(%1$s, ' ' || ? || ' ', '') <> %1$s".formatted(padded())
              : name + " = ?";
      return "team_id = ? AND " + holds;
    }

    String moved() {
      return name
          + " = "
          + (isOfWords()
              ? "trim(replace(" + padded() + ", ' ' || ? || ' ', ' ' || ? || ' '))"
              : "?");
    }
  }

  /// All of it or nothing. Where something is kept under the new id already that there can be only
  /// one of, a plan or a receipt of the day, it stands, for it came later.
  public void change(String teamId, String oldId, String newId) {
    if (oldId.equals(newId)) {
      return;
    }
    database.write(sql -> {
      Dialect dialect = sql.dialect();
      for (Column column : columns(sql)) {
        List<String> ids = column.isOfWords() ? List.of(oldId, newId) : List.of(newId);
        List<String> old = List.of(teamId, oldId);
        dialect.updateIfFree(sql, column.table(), column.moved(), ids, column.where(), old);
        sql.erase("DELETE FROM " + column.table() + " WHERE " + column.where(), teamId, oldId);
      }
      return null;
    });
  }

  private static List<Column> columns(Sql sql) {
    return sql.list(
        COLUMNS.formatted(sql.dialect().columns()),
        row -> new Column(row.text("tab"), row.text("col")));
  }
}
