package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.scenes.ScriptFault;
import smallsteps.rehearsal.state.Message;

/// How a rehearsal begins, and what is played in it.
class RehearsalTest {
  @Test
  void itBeginsInTheMiddleOfAWeekInWhichSomethingHappened() throws Exception {
    try (var rehearsal = new Rehearsal(Script.WEEK)) {
      assertThat(rehearsal.workspace.clock().instant().atZone(ZoneId.of("Europe/Stockholm")))
          .asString()
          .startsWith("2026-11-25T10:0");
      String swedish = said(rehearsal.workspace.messages(rehearsal.channel()));
      assertThat(swedish)
          .contains("Hej! Jag är *Små steg*", "Hur lång tid har du?")
          .contains("gjorde en liten sak: bytte en förkortning", "Jag gjorde det också");
      String english =
          said(rehearsal.workspace.messages(rehearsal.workspace.channel("small-steps")));
      assertThat(english)
          .contains("How much time do you have?", "did a small thing: swapped an abbreviation")
          .doesNotContain("gjorde en liten sak");
      assertThat(rehearsal.workspace.messages(rehearsal.channel()))
          .anyMatch(each -> each.reactions().containsKey("seedling"))
          .anyMatch(each -> each.reactions().containsKey("tada"))
          .anyMatch(each -> !each.threadTs().isEmpty());
      assertThat(rehearsal.workspace.warnings()).isEmpty();
    }
  }

  private static String said(List<Message> messages) {
    return String.join("\n", messages.stream().map(each -> each.text() + each.shown()).toList());
  }

  @Test
  void whatCannotBeDoneInASceneIsToldWithItsPlace() {
    Script script =
        Script.read(
            """
            {"begins": "2026-11-23T09:00", "acts": [
              {"do": "say", "who": "alva", "in": "små-steg", "text": "Hej!", "as": "hello"},
              {"do": "press", "who": "ben", "to": "hello", "action": "win_too"}]}
            """);
    assertThatThrownBy(() -> new Rehearsal(script))
        .isInstanceOf(ScriptFault.class)
        .hasMessageStartingWith("/acts/1: there is no win_too");
  }

  @Test
  void aScenePlayedTwiceSaysTheSame() throws Exception {
    try (var first = new Rehearsal(Script.WEEK);
        var second = new Rehearsal(Script.WEEK)) {
      assertThat(said(second.workspace.messages(second.channel())))
          .isEqualTo(said(first.workspace.messages(first.channel())));
    }
  }
}
