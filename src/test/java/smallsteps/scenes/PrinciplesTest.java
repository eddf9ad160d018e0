package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.Message;

@ParameterizedClass
@EnumSource(Scene.Transport.class)
class PrinciplesTest {
  private static Scene scene;
  @Parameter Scene.Transport transport;

  @BeforeParameterizedClassInvocation
  static void begin(Scene.Transport transport) throws Exception {
    scene = new Scene(transport);
  }

  @AfterParameterizedClassInvocation
  static void end() throws Exception {
    scene.close();
  }

  @Test
  void eachPersonReadsTheirOwnLanguageAndNobodyElseSeesIt() {
    int before = scene.messages().size();

    Message swedish = scene.alva.command(scene.channel, "/principle 3").message();
    Message english = scene.cleo.command(scene.channel, "/principle 3").message();

    assertThat(swedish.text()).contains("Experimentera och iterera");
    assertThat(english.text()).contains("Experiment").doesNotContain("Experimentera");
    assertThat(swedish.isEphemeral()).isTrue();
    assertThat(scene.messages()).hasSize(before);
  }

  @Test
  void thisWeeksPrincipleComesWithButtonsThatPutAnotherInItsPlace() {
    Message asked = scene.cleo.command(scene.channel, "/principle").message();
    assertThat(asked.text()).contains("week 48");
    String button = asked.actionIds().getFirst();

    assertThat(scene.cleo.press(asked, button).acked()).isTrue();
    Message now =
        scene.workspace.await(
            "the other principle",
            () ->
                scene.workspace.ephemeral(scene.cleo).stream()
                    .filter(m -> m.ts().equals(asked.ts()) && !m.text().equals(asked.text()))
                    .findFirst());

    assertThat(now.text()).startsWith(button.substring(button.indexOf(':') + 1) + ". ");
    assertThat(now.actionIds()).hasSameSizeAs(asked.actionIds());
  }

  @Test
  void sharingPostsItForEverybodyInTheChannelsLanguage() {
    scene.cleo.command(scene.channel, "/nudge monday 09:00 english");
    assertThat(scene.alva.command(scene.channel, "/principle dela 3").message().text())
        .startsWith("Jag delar princip 3")
        .doesNotContain("/invite");
    assertThat(scene.lastMessage().text())
        .startsWith("3. ")
        .contains("Shared by <@" + scene.alva.id() + ">");

    scene.cleo.command(scene.channel, "/nudge svenska");
    scene.cleo.command(scene.channel, "/principle share 3");
    Message shared = scene.lastMessage();
    assertThat(shared.text()).startsWith("3. ").contains("<@" + scene.cleo.id() + ">", "`/princip");
    assertThat(shared.text()).doesNotContain("Shared by");
    assertThat(shared.actionIds()).isEmpty();
  }

  @Test
  void whereTheBotIsNoMemberThePersonHasHeardWhatToDoAndNothingIsTriedAgain() {
    var outside = scene.workspace.channel("utanför");
    int before = scene.workspace.calls("chat.postMessage").size();

    scene.alva.command(outside, "/principle dela 3");

    assertThat(scene.onlyFor(scene.alva).text()).contains("inte med i kanalen", "/invite");
    assertThat(scene.workspace.messages(outside)).isEmpty();
    assertThat(scene.workspace.calls("chat.postMessage")).hasSize(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> <@U0BENEK0001> <https://example.org|klicka>",
        "*fet* _kursiv_ `kod` ```",
        "&lt;&amp;&amp;amp;&gt; %s {typed} ${x} \\u0000",
        "🌱👩🏽‍💻 e\u0301a\u030a \u202egnipeels\u202c \u0000\u0007",
        "'; DROP TABLE win; --\" OR 1=1",
        "-1 0 8 99999999999999999999 ３ Ⅲ ٣",
        "\n\n\t .",
      })
  void oddTextIsAnsweredWithHelpAndPingsNobody(String odd) {
    var answer = scene.alva.command(scene.channel, "/principle x" + odd);

    assertThat(answer.acked()).isTrue();
    assertThat(answer.message().text())
        .isNotBlank()
        .doesNotContain("<!", "<@", "<https://example.org");
  }

  @Test
  void aTextAsLongAsSlackLetsOneTypeIsAnsweredToo() {
    for (String odd : List.of("å".repeat(8000), "ord ".repeat(2000), "dela ".repeat(1600))) {
      var answer = scene.alva.command(scene.channel, "/principle " + odd);
      assertThat(answer.message().text()).isNotBlank().hasSizeLessThan(12_000);
    }
    assertThat(scene.workspace.warnings()).noneMatch(warning -> warning.contains("/principle"));
  }

  @Test
  void withoutUsersReadEverybodyReadsTheSettingsLanguage() throws Exception {
    try (var own = new Scene(transport)) {
      own.workspace.grant(Set.of("commands", "chat:write"));
      for (int i = 0; i < 3; i++) {
        assertThat(own.cleo.command(own.channel, "/principle 3").message().text())
            .contains("Experimentera och iterera");
      }
      assertThat(own.workspace.calls("users.info")).hasSize(1);
    }
  }

  @Test
  void aSilentSlackDoesNotKeepAPersonWaiting() throws Exception {
    try (var own = new Scene(transport)) {
      own.slackIsImpatient();
      own.workspace.faults().hang("users.info", Duration.ofSeconds(5), 1);
      assertThat(own.cleo.command(own.channel, "/principle 3").message().text())
          .contains("Experimentera och iterera");
    }
  }
}
