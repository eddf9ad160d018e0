package smallsteps.storage;

import java.util.List;

/// Gives a channel another id in all that is kept, whichever table it is in: the schema itself says
/// where channels are, by the columns `channel_id` and `…_channel_id` of tables with a `team_id`,
/// and `subject`, of whose words one may be a channel.
public record ChannelIds(Database database) {
  private static final String COLUMNS =
      """
      SELECT t.name AS tab, c.name AS col
      FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
        AND (c.name IN ('channel_id', 'subject') OR c.name LIKE '%\\_channel\\_id' ESCAPE '\\')
        AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) team WHERE team.name = 'team_id')
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
      String holds = isOfWords() ? "instr(" + padded() + ", ' ' || ?2 || ' ')" : name + " = ?2";
      return " WHERE team_id = ?1 AND " + holds;
    }

    String move() {
      String moved =
          isOfWords()
              ? "trim(replace(" + padded() + ", ' ' || ?2 || ' ', ' ' || ?3 || ' '))"
              : "?3";
      return "UPDATE OR IGNORE " + table + " SET " + name + " = " + moved + where();
    }

    String drop() {
      return "DELETE FROM " + table + where();
    }
  }

  /// All of it or nothing. Where something is kept under the new id already that there can be only
  /// one of, a plan or a receipt of the day, it stands, for it came later.
  public void change(String teamId, String oldId, String newId) {
    if (oldId.equals(newId)) {
      return;
    }
    database.write(sql -> {
      List<Column> columns = sql.list(COLUMNS, row -> new Column(row.text("tab"), row.text("col")));
      for (Column column : columns) {
        sql.update(column.move(), teamId, oldId, newId);
        sql.erase(column.drop(), teamId, oldId);
      }
      return null;
    });
  }
}
