package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// All that stands in the database, table by table: for a rehearsal, where there is little.
final class TableRows {
  private TableRows() {}

  static Map<String, List<JsonObject>> all(Sql sql) {
    var tables = new LinkedHashMap<String, List<JsonObject>>();
    columns(sql)
        .forEach((table, columns) ->
            tables.put(table, sql.list("SELECT * FROM " + table, row -> json(row, columns))));
    return tables;
  }

  private static Map<String, List<String>> columns(Sql sql) {
    var columns = new TreeMap<String, List<String>>();
    String all = "SELECT tab, col FROM " + sql.dialect().columns() + " c";
    sql.list(all, row -> List.of(row.text("tab"), row.text("col"))).stream()
        .filter(column -> !column.getFirst().startsWith("flyway_"))
        .forEach(column ->
            columns
                .computeIfAbsent(column.getFirst(), _ -> new ArrayList<>())
                .add(column.getLast()));
    return columns;
  }

  private static JsonObject json(Row row, List<String> columns) {
    return Json.createObjectBuilder(row.texts(columns)).build();
  }
}
