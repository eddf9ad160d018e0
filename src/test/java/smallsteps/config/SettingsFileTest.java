package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.SetupException;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void whatATeamLeavesOutIsAsItIsPacked() throws IOException {
    Settings settings =
        load(
            """
            {"country": "no", "nudges": {"late_hours": 2, "digest": {"weekday": "Thursday"}}}
            """);
    Settings packed = Settings.load(ConfigFiles.packed());

    assertThat(settings.country()).isEqualTo("no");
    assertThat(settings.nudges().lateHours()).isEqualTo(2);
    assertThat(settings.nudges().digest())
        .isEqualTo(new Settings.Digest(true, DayOfWeek.THURSDAY, LocalTime.of(15, 0)));
    assertThat(settings.nudges().skip()).isEqualTo(packed.nudges().skip());
    assertThat(settings.socket()).isEqualTo(packed.socket());
  }

  @Test
  void allThatIsWrongIsToldAtOnceByItsPath() {
    assertThatThrownBy(() ->
            load(
                """
                {"zone": "Stockholm", "language": 1, "nugdes": {}, "http": [], "socket": null,
                 "nudges": {"late_hours": 0, "check_seconds": 1.5, "skip": {"eves": "yes"},
                            "digest": {"time": "25:00", "weekday": "fredag", "colour": "red"}}}
                """))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("The configuration file smallsteps.json: ")
        .hasMessageContainingAll(
            "\"zone\" must be a time zone such as \"Europe/Stockholm\"",
            "\"language\" must be a language code",
            "unknown key \"nugdes\", remove it",
            "\"http\" must be an object",
            "\"socket\" must be an object",
            "\"nudges.late_hours\" must be a whole number above 0 and at most 24",
            "\"nudges.check_seconds\" must be a whole number above 0",
            "\"nudges.skip.eves\" must be true or false",
            "\"nudges.digest.time\" must be a time such as \"15:00\"",
            "\"nudges.digest.weekday\" must be a weekday",
            "unknown key \"nudges.digest.colour\", remove it");
  }

  @Test
  void whatNoSettingCanBeIsRefused() {
    assertThatThrownBy(() ->
            load(
                """
                {"country": "../se", "http": {"body_limit_kib": 2147483647},
                 "backup": {"folder": " ", "keep": -1}, "socket": {"concurrency": 1000000}}
                """))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(
            "\"country\" must be the name of a file",
            "\"http.body_limit_kib\" must be",
            "\"backup.folder\" must be the path",
            "\"backup.keep\" must be",
            "\"socket.concurrency\" must be");
  }

  private Settings load(String json) throws IOException {
    Files.writeString(folder.resolve("smallsteps.json"), json);
    return Settings.load(ConfigFiles.over(folder));
  }
}
