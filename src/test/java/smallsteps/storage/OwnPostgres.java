package smallsteps.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A PostgreSQL server of the tests' own, started when the first of them asks for it. Each path
/// that would be a file of SQLite's is a database there, copied from one that has been migrated
/// once.
public final class OwnPostgres {
  /// A test that is over does not say so: that many are left before the oldest goes.
  private static final int KEPT = 64;

  private static final String NEWEST = "migrated";
  private static final Map<Path, String> NAMES = new HashMap<>();
  private static final Deque<String> MADE = new ArrayDeque<>();
  private static EmbeddedPostgres server;
  private static int count;

  private OwnPostgres() {}

  /// Of a database that is empty, or migrated; for each path it is the same one.
  public static synchronized String url(Path file, boolean isMigrated) {
    String name = NAMES.get(file.toAbsolutePath());
    if (name == null) {
      name = "test" + ++count;
      make(name, isMigrated ? NEWEST : "template0");
      NAMES.put(file.toAbsolutePath(), name);
    }
    return url(name);
  }

  static String url(String name) {
    return "jdbc:postgresql://localhost:" + server().getPort() + "/" + name + "?user=postgres";
  }

  /// All that stands there, as text.
  public static String allRows(Path file) {
    try (var database = Database.existing(url(file, true))) {
      return database.read(sql ->
          sql
              .list(
                  "SELECT DISTINCT tab FROM " + sql.dialect().columns() + " c",
                  row -> row.text("tab"))
              .stream()
              .flatMap(table ->
                  sql
                      .list(
                          "SELECT CAST(t AS text) AS line FROM \"" + table + "\" t",
                          row -> row.text("line"))
                      .stream())
              .collect(Collectors.joining("\n")));
    }
  }

  private static synchronized void make(String name, String template) {
    server();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    MADE.add(name);
    while (MADE.size() > KEPT) {
      drop(MADE.remove());
    }
  }

  /// One that is still used comes back to the end.
  private static void drop(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
    } catch (SQLException inUse) {
      MADE.add(name);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "400")
                .setServerConfig("shared_buffers", "64MB")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      execute("CREATE DATABASE " + NEWEST + " TEMPLATE template0");
      Database.open(url(NEWEST)).close();
    }
    return server;
  }

  static void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
