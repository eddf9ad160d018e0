package smallsteps.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import smallsteps.SetupException;

/// Copies all that one database holds into another that holds nothing yet, of whichever engine. It
/// is one transaction: broken off, nothing of it is there, and it begins anew. Nothing is written
/// where the rows come from.
public final class Move {
  private static final int AT_ONCE = 500;

  /// What each engine makes of it by itself: its own notes, and its index of words.
  private static final List<String> OWN = List.of("flyway_schema_history", "win_words");

  private static final String INDEXED = "win";

  private final Location from;
  private final Location to;
  private final Map<String, Long> moved = new TreeMap<>();

  private Move(Location from, Location to) {
    this.from = from;
    this.to = to;
  }

  /// @param from as in `DATABASE_URL`, of this version
  /// @param to the same; made where it is not there
  /// @return how many rows of each table were copied, and were found to be the same
  /// @throws SetupException why it could not be; then nothing was copied
  public static Map<String, Long> everything(String from, String to) {
    Location source = Engines.locationOf(from);
    source.requireUnused();
    Migrations.Schema schema = Migrations.look(source);
    if (!schema.isCurrent()) {
      throw new SetupException(schema.age(source) + ": 'run' brings it there. Then move it.");
    }
    if (Engines.isThere(to)) {
      Engines.locationOf(to).requireUnused();
    }
    Database.open(to).close();
    return new Move(source, Engines.locationOf(to)).everything();
  }

  private Map<String, Long> everything() {
    try (Connection reading = from.snapshot();
        Connection writing = to.dataSource().getConnection()) {
      writing.setAutoCommit(false);
      for (Map.Entry<String, List<String>> table : tables(writing).entrySet()) {
        moved.put(
            table.getKey(), copied(new Table(table.getKey(), table.getValue()), reading, writing));
      }
      index(writing);
      to.giveNoNumberAgain(writing, from.numbersGiven(reading));
      writing.commit();
      return moved;
    } catch (SQLException e) {
      throw new SetupException(
          "The database "
              + from.name()
              + " could not be copied to "
              + to.name()
              + ", and nothing of it is there: "
              + DriverWords.by(e)
              + ". Begin it anew.");
    }
  }

  private record Table(String name, List<String> columns) {
    String all() {
      return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    String select() {
      return "SELECT " + all() + " FROM \"" + name + '"';
    }

    String insert() {
      String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
      return "INSERT INTO \"" + name + "\" (" + all() + ") VALUES (" + marks + ")";
    }
  }

  /// By name, each with its columns.
  private Map<String, List<String>> tables(Connection connection) throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT tab, col FROM " + to.dialect().columns() + " c")) {
      while (rows.next()) {
        if (!OWN.contains(rows.getString("tab"))) {
          tables
              .computeIfAbsent(rows.getString("tab"), _ -> new ArrayList<>())
              .add(rows.getString("col"));
        }
      }
    }
    tables.replaceAll((_, columns) -> List.copyOf(new TreeSet<>(columns)));
    return tables;
  }

  private long copied(Table table, Connection reading, Connection writing) throws SQLException {
    if (sum(table, writing).rows() > 0) {
      throw new SetupException(
          "The database "
              + to.name()
              + " holds something already ("
              + table.name()
              + "). Name one that is empty.");
    }
    RowSum read = copy(table, reading, writing);
    RowSum written = sum(table, writing);
    if (!read.equals(written)) {
      throw new SetupException(
          "Of the table "
              + table.name()
              + ", "
              + read.rows()
              + " rows were read and "
              + written.rows()
              + " are there, or they differ. Nothing was copied: begin it anew.");
    }
    return read.rows();
  }

  private RowSum copy(Table table, Connection reading, Connection writing) throws SQLException {
    RowSum sum = RowSum.NONE;
    try (var select = reading.createStatement();
        PreparedStatement insert = writing.prepareStatement(table.insert())) {
      select.setFetchSize(AT_ONCE);
      try (ResultSet rows = select.executeQuery(table.select())) {
        while (rows.next()) {
          List<Object> row = row(rows, table.columns().size());
          sum = sum.and(row);
          for (int i = 0; i < row.size(); i++) {
            insert.setObject(i + 1, row.get(i));
          }
          insert.addBatch();
          if (sum.rows() % AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
    return sum;
  }

  private RowSum sum(Table table, Connection connection) throws SQLException {
    RowSum sum = RowSum.NONE;
    try (var select = connection.createStatement()) {
      select.setFetchSize(AT_ONCE);
      try (ResultSet rows = select.executeQuery(table.select())) {
        while (rows.next()) {
          sum = sum.and(row(rows, table.columns().size()));
        }
      }
    }
    return sum;
  }

  /// As the other engine keeps it.
  private List<Object> row(ResultSet rows, int columns) throws SQLException {
    var row = new ArrayList<Object>(columns);
    for (int i = 1; i <= columns; i++) {
      row.add(
          switch (rows.getObject(i)) {
            case null -> null;
            case String text -> to.dialect().storable(text);
            case Number number -> number.longValue();
            case Object other -> throw new IllegalStateException("a " + other.getClass().getName());
          });
    }
    return row;
  }

  private void index(Connection writing) throws SQLException {
    try (var statement = writing.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO %1$s_words (rowid, text, place) SELECT id, text, place FROM %1$s_text"
              .formatted(INDEXED));
    }
  }
}
