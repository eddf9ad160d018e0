package smallsteps.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The row that a query stands on, by column name.
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /// May be null.
  public String text(String column) {
    return read(() -> results.getString(column));
  }

  /// These columns as text, by name and in this order; each may be null, and more may be added.
  public Map<String, Object> texts(List<String> columns) {
    var texts = new LinkedHashMap<String, Object>();
    columns.forEach(column -> texts.put(column, text(column)));
    return texts;
  }

  /// 0 where it is null.
  public int number(String column) {
    return read(() -> results.getInt(column));
  }

  /// May be null.
  public Integer numberOrNull(String column) {
    return read(() -> {
      int number = results.getInt(column);
      return results.wasNull() ? null : number;
    });
  }

  /// False where it is null.
  public boolean flag(String column) {
    return number(column) != 0;
  }

  /// May be null.
  public Instant instant(String column) {
    String text = text(column);
    return text == null ? null : Instant.parse(text);
  }

  private interface Read<T> {
    T get() throws SQLException;
  }

  private static <T> T read(Read<T> read) {
    try {
      return read.get();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }
}
