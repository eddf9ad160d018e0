package smallsteps.storage;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whose rows a database holds: each table that is a workspace's has a column `team_id`.
public record Workspaces(Database database) {

  /// Each is found from the one before, and not by a walk through all rows.
  private static final String NEXT = "SELECT min(team_id) AS next FROM %s WHERE team_id > ?";

  /// Their ids at Slack, in order.
  public List<String> ids() {
    return database.read(sql -> {
      var ids = new TreeSet<String>();
      for (String table : tables(sql)) {
        String next = NEXT.formatted(table);
        Stream.iterate(after(sql, next, ""), Objects::nonNull, id -> after(sql, next, id))
            .forEach(ids::add);
      }
      return List.copyOf(ids);
    });
  }

  private static List<String> tables(Sql sql) {
    return sql.list(
        "SELECT tab FROM " + sql.dialect().columns() + " c WHERE col = 'team_id' ORDER BY tab",
        row -> row.text("tab"));
  }

  /// Null for no more.
  private static String after(Sql sql, String next, String id) {
    return sql.list(next, row -> row.text("next"), id).getFirst();
  }
}
