package smallsteps.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final int KEPT = 24;

  private static final int LEFT_OPEN = 60;

  private static final String NEWEST = "migrated";
  private static final Map<Path, String> NAMES = new HashMap<>();
  private static final Deque<String> MADE = new ArrayDeque<>();
  private static EmbeddedPostgres server;
  private static Path data;
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
    if (MADE.size() > KEPT) {
      drop(MADE.remove());
    }
  }

  /// One that is still used comes back to the end, unless a test has long been over that did not
  /// close it.
  private static void drop(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      if (MADE.size() <= LEFT_OPEN && isUsed(statement, name)) {
        MADE.add(name); // the server itself would wait for whoever is there
        return;
      }
      String all = MADE.size() > LEFT_OPEN ? " WITH (FORCE)" : "";
      statement.execute("DROP DATABASE IF EXISTS " + name + all);
    } catch (SQLException inUse) {
      MADE.add(name);
    }
  }

  private static boolean isUsed(Statement statement, String name) throws SQLException {
    String who = "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = '" + name + "'";
    try (var found = statement.executeQuery(who)) {
      found.next();
      return found.getBoolean(1);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        data = Files.createTempDirectory("postgres").resolve("data");
        server =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "1000")
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

  public static int port() {
    return server().getPort();
  }

  /// Whoever comes to that database is asked for a password, of the name `postgres` as well.
  static synchronized void asksForAPassword(String name) throws IOException {
    server();
    Path rules = data.resolve("pg_hba.conf");
    String rule = "host " + name + " all all scram-sha-256\n";
    if (!Files.readString(rules).startsWith(rule)) {
      Files.writeString(rules, rule + Files.readString(rules));
      execute("ALTER ROLE postgres PASSWORD 'another'");
      execute("SELECT pg_reload_conf()");
      execute("CREATE DATABASE " + name + " TEMPLATE template0");
    }
  }

  /// All who are connected to that database.
  static void throwOut(String url) {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + url.replaceFirst(".*/", "").replaceFirst("\\?.*", "")
            + "'");
  }

  static void executeIn(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
