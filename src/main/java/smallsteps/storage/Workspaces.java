package smallsteps.storage;

import java.util.List;
import java.util.TreeSet;

/// Whose rows a database holds: each table that is a workspace's has a column `team_id`.
public record Workspaces(Database database) {
  private static final String TABLES =
      """
      SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND c.name = 'team_id'
      """;

  /// Their ids at Slack, in order.
  public List<String> ids() {
    return database.read(sql -> {
      var ids = new TreeSet<String>();
      for (String table : sql.list(TABLES, row -> row.text("name"))) {
        ids.addAll(
            sql.list(
                "SELECT DISTINCT team_id FROM \"" + table + "\" WHERE team_id IS NOT NULL",
                row -> row.text("team_id")));
      }
      return List.copyOf(ids);
    });
  }
}
