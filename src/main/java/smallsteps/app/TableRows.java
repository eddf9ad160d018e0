package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// All that stands in the database, table by table: for a rehearsal, where there is little.
final class TableRows {
  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
          + " AND name NOT LIKE 'flyway_%' ORDER BY name";
  private static final String COLUMNS = "SELECT name FROM pragma_table_info(?)";

  private TableRows() {}

  static Map<String, List<JsonObject>> all(Sql sql) {
    var tables = new LinkedHashMap<String, List<JsonObject>>();
    for (String table : sql.list(TABLES, row -> row.text("name"))) {
      List<String> columns = sql.list(COLUMNS, row -> row.text("name"), table);
      tables.put(table, sql.list("SELECT * FROM " + table, row -> json(row, columns)));
    }
    return tables;
  }

  private static JsonObject json(Row row, List<String> columns) {
    return Json.createObjectBuilder(row.texts(columns)).build();
  }
}
