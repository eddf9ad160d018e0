package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.UserTable;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.storage.Sql;

class ExportCommandTest {
  private static final String WIN =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, user_id, text, kind, said_at, origin)
      VALUES ('T1', ?, ?, ?, 'U1', ?, 'did', ?, 'phrase')
      """;
  private static final String NUDGE =
      """
      INSERT INTO nudge_slot (team_id, channel_id, due, local_date, zone, language, kind, state,
        prompt_id, principle, round, ts, settled_at)
      VALUES ('T1', 'C1', '2026-11-23T08:00:00Z', '2026-11-23', 'Europe/Stockholm', 'sv', 'planned',
        'posted', 'p', 2, 1, '20.1', '2026-11-23T08:00:01Z')
      """;
  private static final String REACTION =
      """
      INSERT INTO reaction (team_id, channel_id, ts, user_id, emoji, event_ts, removed, seen_at)
      VALUES ('T1', 'C1', ?, 'U2', 'tada', '30.1', 0, '2026-11-23T08:00:00Z')
      """;
  private final Shell shell = new Shell();

  @BeforeEach
  void someHistory(@TempDir Path folder) {
    String url = Migrated.url(folder.resolve("bot.db"));
    shell.variables.put("DATABASE_URL", url);
    try (var database = Database.open(url)) {
      database.write(sql -> {
        sql.update(NUDGE);
        keep(sql, "C1", "12.1", "late on Sunday", "2026-11-22T22:30:00Z");
        keep(sql, "C2", "11.1", "elsewhere", "2026-11-23T10:00:00Z");
        keep(sql, "C1", "13.1", "åt gott på måndagen", "2026-11-22T23:30:00Z");
        sql.update(REACTION, "12.1");
        return sql.update(REACTION, "20.1");
      });
    }
  }

  @Test
  void winsComeInTheOrderSaidAndThenTheNudges() {
    assertThat(shell.type("export")).isZero();
    assertThat(shell.out().lines().map(line -> line.replaceAll("\"user\".*", "…")))
        .containsExactly(
            "{\"type\":\"win\",\"workspace\":\"T1\",\"channel\":\"C1\",\"ts\":\"12.1\","
                + "\"thread_ts\":null,…",
            "{\"type\":\"win\",\"workspace\":\"T1\",\"channel\":\"C1\",\"ts\":\"13.1\","
                + "\"thread_ts\":null,…",
            "{\"type\":\"win\",\"workspace\":\"T1\",\"channel\":\"C2\",\"ts\":\"11.1\","
                + "\"thread_ts\":null,…",
            "{\"type\":\"nudge\",\"workspace\":\"T1\",\"channel\":\"C1\",\"ts\":\"20.1\","
                + "\"date\":\"2026-11-23\",\"principle\":2,\"state\":\"posted\",\"reason\":null,"
                + "\"reactions\":{\"tada\":[\"U2\"]}}");
    assertThat(shell.out().lines().findFirst()).get().asString().contains("{\"tada\":[\"U2\"]}");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void daysAreLocalAndBothEndsCount() {
    shell.type("export", "--since", "2026-11-23", "--until", "2026-11-23");
    assertThat(shell.out()).contains("måndagen", "elsewhere", "nudge").doesNotContain("Sunday");
    shell.type("export", "--until", "2026-11-22");
    assertThat(shell.out()).contains("Sunday").hasLineCount(1);
    shell.type("export", "--since", "2026-11-24");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void oneChannelMayBeAskedFor() {
    shell.type("export", "--channel", "C2");
    assertThat(shell.out()).contains("elsewhere").hasLineCount(1);
  }

  @Test
  void aChannelOfWhichNothingIsKeptIsSaidWithWhatThereIs() {
    assertThat(shell.type("export", "--channel", "C9")).isEqualTo(1);
    assertThat(shell.err()).contains("C9", "C1 C2").hasLineCount(1);
    assertThat(shell.out()).isEmpty();
    for (String name : List.of("general", "#general")) {
      assertThat(shell.type("export", "--channel", name)).isEqualTo(2);
      assertThat(shell.err()).contains("wants an id", "C1 C2").hasLineCount(1);
    }
  }

  @Test
  void aDayThatNoCalendarHasIsOneSentence() {
    for (String day :
        List.of(
            "+999999999-12-31",
            "-0001-01-01",
            "9999-12-31",
            "0000-01-01",
            "2026-13-01",
            "2026-1-1",
            "２０２６-01-01",
            "\u001b[2J",
            "x".repeat(5000))) {
      for (String option : List.of("--since", "--until")) {
        assertThat(shell.type("export", option + "=" + day)).as(day).isEqualTo(2);
        assertThat(shell.err()).contains(option).hasLineCount(1).hasSizeLessThan(250);
        assertThat(shell.err()).doesNotContain("\u001b");
      }
    }
  }

  @Test
  void whoOfWhomNothingIsKeptIsForgottenIsSaidSo() {
    assertThat(shell.type("forget", "--workspace", "T9", "--user", "U1")).isEqualTo(1);
    assertThat(shell.err()).contains("U1 in T9", "but of: T1");
    assertThat(shell.type("forget", "--workspace", "T1", "--user", "U9")).isEqualTo(1);
    assertThat(shell.err()).contains("U9 in T1", "once more");
    for (String name : List.of("anna", "@anna", "U1 ", "u1")) {
      assertThat(shell.type("forget", "--workspace", "T1", "--user", name)).isEqualTo(2);
      assertThat(shell.err()).contains("--user", "id").hasLineCount(1);
    }
  }

  @Test
  void whatIsKeptCanBeReadAndErasedWhileTheBotRuns() {
    try (var bot = Database.open(shell.variables.get("DATABASE_URL"))) {
      bot.write(sql -> sql.update(REACTION, "13.1"));
      assertThat(shell.type("export")).as(shell.err()).isZero();
      shell.userTables.add(new UserTable("wins", _ -> 1, _ -> List.of()));
      assertThat(shell.type("forget", "--workspace", "T1", "--user", "U1")).isZero();
      bot.write(sql -> sql.update(REACTION, "11.1"));
    }
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void everyFormatIsWritten() {
    assertThat(shell.type("export", "--format", "csv")).isZero();
    assertThat(shell.out())
        .startsWith("\ufeff\"type\",\"workspace\"")
        .contains("åt gott på måndagen");
    assertThat(shell.type("export", "--format", "markdown")).isZero();
    assertThat(shell.out()).contains("## Vecka 48, 2026", "### 2. ", "- åt gott på måndagen\n");
  }

  private static void keep(Sql sql, String channel, String ts, String text, String at) {
    sql.update(WIN, channel, ts, ts, text, at);
  }
}
