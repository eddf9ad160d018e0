package smallsteps.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Language;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;

class CountryFilesTest {
  private static final String NORWAY =
      """
      {
        "country": { "nb": "Norge", "en": "Norway" },
        "weekend": ["saturday", "sunday"],
        "weekly": [],
        "days": [
          { "kind": "red", "on": "05-17", "names": { "nb": "grunnlovsdagen", "en": "Constitution Day" } },
          { "kind": "red", "easter": -3, "names": { "nb": "skjærtorsdag" } }
        ],
        "bridge": { "nb": "inneklemt dag" },
        "summer": { "from_week": 27, "to_week": 31 }
      }
      """;
  @TempDir private Path folder;

  @Test
  void aTeamAddsACountryWithAFileAlone() throws IOException {
    Calendar norway = load("no", NORWAY);
    DayOff may17 = norway.dayOff(LocalDate.of(2027, 5, 17)).orElseThrow();
    assertThat(may17.kind()).isEqualTo(DayOff.Kind.RED);
    assertThat(may17.name(new Language("en"))).isEqualTo("Constitution Day");
    assertThat(norway.dayOff(LocalDate.of(2027, 3, 25)).orElseThrow().name(new Language("sv")))
        .isEqualTo("skjærtorsdag");
    assertThat(norway.isSummer(LocalDate.of(2027, 7, 5))).isTrue();
    assertThat(norway.dayOff(LocalDate.of(2027, 6, 25))).isEmpty();
  }

  @Test
  void theFileIsNotReadBeforeADayIsAskedFor() throws IOException {
    Calendar broken = load("no", "{ this is no JSON");
    assertThatThrownBy(() -> broken.dayOff(LocalDate.of(2027, 5, 17)))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("calendars/no.json");
  }

  @Test
  void aCountryWithoutAFileIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> Calendar.load(ConfigFiles.packed(), "xx"))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("no calendars/xx.json")
        .hasMessageContaining("add that file");
  }

  @Test
  void allThatIsWrongInAFileIsToldAtOnce() throws IOException {
    String wrong =
        NORWAY
            .replace("\"05-17\"", "\"17 May\"")
            .replace("\"easter\": -3,", "")
            .replace("\"sunday\"", "\"someday\"");
    Calendar norway = load("no", wrong);
    assertThatThrownBy(() -> norway.dayOff(LocalDate.of(2027, 5, 17)))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("\"weekend[1]\" must be a weekday")
        .hasMessageContaining("\"days[0].on\" must be a month and a day")
        .hasMessageContaining("\"days[1]\" needs");
  }

  private Calendar load(String country, String json) throws IOException {
    Files.createDirectories(folder.resolve("calendars"));
    Files.writeString(folder.resolve("calendars/" + country + ".json"), json);
    return Calendar.load(ConfigFiles.over(folder), country);
  }
}
