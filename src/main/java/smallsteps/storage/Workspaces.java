package smallsteps.storage;

import java.util.List;
import java.util.TreeSet;

/// Whose rows a database holds: each table that is a workspace's has a column `team_id`.
public record Workspaces(Database database) {

  /// Their ids at Slack, in order.
  public List<String> ids() {
    return database.read(sql -> {
      var ids = new TreeSet<String>();
      for (String table : tables(sql)) {
        ids.addAll(
            sql.list(
                "SELECT DISTINCT team_id FROM \"" + table + "\" WHERE team_id IS NOT NULL",
                row -> row.text("team_id")));
      }
      return List.copyOf(ids);
    });
  }

  private static List<String> tables(Sql sql) {
    return sql.list(
        "SELECT tab FROM " + sql.dialect().columns() + " c WHERE col = 'team_id' ORDER BY tab",
        row -> row.text("tab"));
  }
}
