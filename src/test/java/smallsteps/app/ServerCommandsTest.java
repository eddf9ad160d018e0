package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.storage.Database;
import smallsteps.storage.EachEngine;

/// The commands where the database is, or is to be, a PostgreSQL server's.
class ServerCommandsTest {
  private final Shell shell = new Shell();
  private String file;
  private String server;

  @BeforeEach
  void aNameIsKept(@TempDir Path folder) {
    file = EachEngine.SQLITE.url(folder.resolve("bot.db"));
    server = EachEngine.POSTGRESQL.url(folder.resolve("server.db"));
    try (var database = Database.open(file)) {
      database.write(
          sql -> sql.update("INSERT INTO name (team_id, id, name) VALUES ('T1', 'U1', 'Alva')"));
    }
    shell.variables.put("DATABASE_URL", file);
  }

  /// As whom is said beside the address, as it is in the bot's own environment.
  @Test
  void everythingMovesThereAndBack(@TempDir Path folder) {
    shell.variables.put("DATABASE_USER", "postgres");
    assertThat(shell.type("move", "--to", server.replaceFirst("\\?.*", ""))).isZero();
    assertThat(shell.out()).contains("name: 1 row", "Copied and compared: 1 row.");

    shell.variables.put("DATABASE_URL", server.replaceFirst("\\?.*", ""));
    String back = EachEngine.SQLITE.url(folder.resolve("back.db"));
    assertThat(shell.type("move", "--to", back)).isZero();
    assertThat(shell.out()).contains("name: 1 row");
  }

  @Test
  void whatIsWrongWithTheOtherIsOneSentence() {
    assertThat(shell.type("move", "--to", file)).isEqualTo(2);
    assertThat(shell.type("move", "--to", "elsewhere")).isEqualTo(2);
    assertThat(shell.type("move", "--to", "jdbc:postgresql://127.0.0.1:1/d?user=u&password=hidden"))
        .isEqualTo(2);
    assertThat(shell.err()).contains("does not answer").doesNotContain("hidden");
  }

  @Test
  void itsOwnToolsCopyItAndTheLineIsSaid(@TempDir Path folder) {
    shell.variables.put("DATABASE_URL", server);
    assertThat(shell.type("backup", folder.resolve("copy").toString())).isEqualTo(2);
    assertThat(shell.err()).contains("pg_dump ", "--host=localhost");
    assertThat(shell.type("restore", folder.resolve("copy").toString())).isEqualTo(2);
    assertThat(shell.err()).contains("pg_restore ");
  }

  @Test
  void theDoctorKnowsTheServer() {
    shell.variables.put("DATABASE_URL", server);
    shell.type("doctor");
    assertThat(shell.out()).contains("none yet, the bot makes it");
    Database.open(server).close();
    shell.type("doctor");
    assertThat(shell.out())
        .contains("database: sound, can be written", "PostgreSQL 18", " ms", "no extension")
        .contains("10 connections", "hint: backups: the server's own tools");
  }
}
