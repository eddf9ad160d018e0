package smallsteps.storage;

import java.util.List;

/// Gives a channel another id in all that is kept, whichever table it is in: the schema itself says
/// where channels are, by the columns `channel_id` and `…_channel_id` of tables with a `team_id`.
public record ChannelIds(Database database) {
  private static final String COLUMNS =
      """
      SELECT t.name AS tab, c.name AS col
      FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
        AND (c.name = 'channel_id' OR c.name LIKE '%\\_channel\\_id' ESCAPE '\\')
        AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) team WHERE team.name = 'team_id')
      """;

  private record Column(String table, String name) {
    String where() {
      return " WHERE team_id = ? AND " + name + " = ?";
    }

    String move() {
      return "UPDATE OR IGNORE " + table + " SET " + name + " = ?" + where();
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
        sql.update(column.move(), newId, teamId, oldId);
        sql.erase(column.drop(), teamId, oldId);
      }
      return null;
    });
  }
}
