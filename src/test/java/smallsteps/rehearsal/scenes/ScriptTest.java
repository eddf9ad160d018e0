package smallsteps.rehearsal.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may stand in a scene, and where a mistake in it is said to be.
class ScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                         | A scene is a JSON object",
        "{                                          | A scene is a JSON object",
        "{'scenes': []}                             | /scenes: there is no such field here",
        "{'begins': 'monday'}                       | /begins: a time is written as in 2026-11-23",
        "{'acts': {'do': 'wait'}}                   | /acts: this is a list of objects",
        "{'acts': ['wait']}                         | /acts: this is a list of objects",
        "{'opens': {'fi': {}}}                      | /opens/fi: there is no such field here",
        "{'opens': {'sv': {'who': 'alva'}}}         | /opens/sv: \"in\" is missing",
        "{'zone': 'Stockholm'}                      | /zone: there is no time zone Stockholm",
        "{'people': [{'language': 'sv'}]}           | /people/0: \"name\" is missing",
        "{'people': [{'name':'A', 'language':'x'}]} | /people/0/language: people here speak sv or en",
        "{'channels': [{'name': 'x', 'bots': 1}]}   | /channels/0/bots: there is no such field",
        "{'acts': [{'do': 'shout'}]}                | /acts/0/do: there is no action \"shout\"; there are say, reply",
        "{'acts': [{'do': 'wait'}, {}]}             | /acts/1/do: there is no action \"\"",
        "{'acts': [{'do': 'say', 'who': 'alva'}]}   | /acts/0: \"in\" is missing",
        "{'acts': [{'do': 'wait', 'who': 'alva'}]}  | /acts/0/who: there is no such field here; there are at, do",
        "{'acts': [{'do': 'delete', 'who': 'alva', 'to': 'it'}]} | /acts/0/to: nothing before is kept as \"it\"",
        "{'acts': [{'do': 'wait', 'at': 'noon'}]}   | /acts/0/at: a time is written as in monday 09:00",
        "{'begins': '2026-11-23T09:00', 'acts': [{'do': 'wait', 'at': '2026-11-22T09:00'}]} | /acts/0/at: that is before"
      })
  void aMistakeIsRefusedWithItsPlace(String script, String sentence) {
    assertThatThrownBy(() -> Script.read(script.replace('\'', '"')))
        .isInstanceOf(ScriptFault.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aDayOfTheWeekIsTheNextSuchDayByTheTeamsClockAlsoPastAChangeOfIt() {
    Script script =
        Script.read(
            """
            {"begins": "2027-03-26T15:20",
             "acts": [{"do": "wait", "at": "friday 15:20"}, {"do": "wait", "at": "friday 09:00"},
               {"do": "wait"}, {"do": "wait", "at": "2027-10-31T12:00"}]}
            """);
    assertThat(script.cues())
        .extracting(Cue::at)
        .containsExactly(
            Instant.parse("2027-03-26T14:20:00Z"),
            Instant.parse("2027-04-02T07:00:00Z"),
            Instant.parse("2027-04-02T07:00:00Z"),
            Instant.parse("2027-10-31T11:00:00Z"));
  }

  @Test
  void theTimeGoesWhereOneLetsIt() {
    Instant wednesday = Instant.parse("2026-11-25T09:02:00Z");
    assertThat(after(Destination.HOUR, wednesday)).isEqualTo("2026-11-25T10:02:00Z");
    assertThat(after(Destination.FRIDAY, wednesday)).isEqualTo("2026-11-27T14:00:00Z");
    assertThat(after(Destination.FRIDAY, Instant.parse("2026-11-27T14:00:00Z")))
        .isEqualTo("2026-12-04T14:00:00Z");
    assertThat(after(Destination.WEEKS, Instant.parse("2027-03-20T09:02:00Z")))
        .as("the same time on the wall")
        .isEqualTo("2027-04-03T08:02:00Z");
    assertThat(after(Destination.CLOCK_CHANGE, wednesday)).isEqualTo("2027-04-05T10:00:00Z");
  }

  private static Instant after(Destination destination, Instant now) {
    return destination.from(now, Script.ZONE, Optional.empty());
  }
}
