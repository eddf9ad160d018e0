package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.wins.WinsFeature;

/// Whom and what somebody mentions is read by name, and nobody reads an id.
class NamesTest extends OverheardScene {
  private static final String NOBODY = "U0NOBODY999";

  /// Slack's markup as it stands: what is typed in this way would be text.
  @BeforeEach
  void markupMayBeSaid() {
    between.saysItSo(
        sent -> new Delivered(sent.contentType(), sent.body().replaceAll("\\[\\[(.*?)]]", "<$1>")));
  }

  @Test
  void whoIsMentionedIsReadByNameEverywhereFoundByItAndNotPinged() {
    String ts = said("thanked <@" + scene.alva.id() + "> aloud");
    settings("friday 14:00 digest");

    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @Alva Lind aloud");
    assertThat(scene.answer(scene.cleo, "/smallthing find alva")).contains("@Alva Lind");
    assertThat(scene.answer(scene.ben, "/smallthing mine")).contains("@Alva Lind");
    assertThat(scene.answer(scene.cleo, "/smallthing digest")).contains("@Alva Lind");
    scene.ben.openHome();
    assertThat(scene.home(scene.ben).shown()).contains("@Alva Lind");
    scene.chooses(scene.ben, "win_edit");
    assertThat(scene.modal(scene.ben).shown()).contains("@Alva Lind");
    scene.cleo.messageShortcut("did_it_too", scene.channel, ts);
    assertThat(scene.modal(scene.cleo).shown()).contains("@Alva Lind");
    for (String format : new String[] {"jsonl", "csv", "markdown"}) {
      assertThat(scene.typed("export", "--format", format)).contains("thanked @Alva Lind aloud");
    }
    for (Object sent : scene.workspace.calls()) {
      assertThat(sent.toString()).doesNotContain("<@" + scene.alva.id());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[@%s|Anna Berg]]", "[[@%s|@Anna Berg]]"})
  void aNameThatIsToldIsKeptAsItWasSaid(String mention) {
    said("thanked " + mention.formatted(NOBODY));

    assertThat(scene.answer(scene.cleo, "/smallthing find anna")).contains("thanked @Anna Berg");
    assertThat(scene.workspace.calls("users.info"))
        .noneMatch(call -> call.toString().contains(NOBODY));
  }

  @Test
  void whereNothingIsKnownNobodyReadsAnIdInAnyLanguage() {
    scene.workspace.grant(Set.of("commands", "chat:write", "channels:history"));
    said("thanked [[@U0NOBODY999]], [[!subteam^S0TEAM]] and [[!here|here]] in [[#C0NOWHERE01|]]");

    assertThat(scene.answer(scene.cleo, "/smallthing list"))
        .contains("thanked @någon, @en grupp and @here in en kanal");
    scene.clock.set(Scene.BEGINNING.plusSeconds(600));
    scene.workspace.grant(Set.of("commands", "chat:write", "users:read"));
    assertThat(scene.answer(scene.cleo, "/smallthing list"))
        .contains("thanked @someone, @a group and @here in a channel");
    assertThat(scene.exported("win").getFirst().getString("text"))
        .contains("@någon")
        .doesNotContain("U0NOBODY999", "C0NOWHERE01", "S0TEAM");
  }

  @Test
  void aPublicChannelIsReadByNameAndAPrivateOnesNameIsForThoseWhoAreInIt() {
    String outside = scene.workspace.channel("utanför").id();
    String secret = scene.workspace.channel("verkstan").id();
    scene
        .workspace
        .faults()
        .garble(
            "conversations.info",
            told -> told.replace("\"is_channel\":false", "\"is_channel\":true"),
            2);
    said("wrote in <#" + outside + "> and <#" + secret + ">");

    assertThat(scene.answer(scene.cleo, "/smallthing list"))
        .contains("wrote in #utanför and a channel");
  }

  @Test
  void whatWasKeptByIdIsReadByNameOnceItIsKnown() throws Exception {
    said("placeholder");
    scene.change("UPDATE win SET text = 'thanked @" + scene.alva.id() + ", @U0NOBODY999, #W3C'");
    assertThat(scene.answer(scene.cleo, "/smallthing list"))
        .contains("thanked @someone, @someone, #W3C");

    scene.stopBot();
    scene.startBot();
    scene.bot().runNow(WinsFeature.LEARN_NAMES);

    assertThat(scene.answer(scene.cleo, "/smallthing find alva"))
        .contains("thanked @Alva Lind, @someone, #W3C");
  }

  @Test
  void aNameThatSlackDoesNotTellNowIsPutInLater() {
    scene.workspace.faults().status("users.info", 503, 1);
    said("thanked <@" + scene.alva.id() + ">");
    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("@någon");

    scene.runAt(Scene.BEGINNING.plusSeconds(900), WinsFeature.LEARN_NAMES);

    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @Alva Lind");
  }

  @Test
  void whoIsForgottenIsNamedInNobodysWordsAnyMore() {
    String ts = said("thanked <@" + scene.alva.id() + "> aloud");
    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("@Alva Lind");

    scene.forget(scene.alva);

    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @someone aloud");
    assertThat(scene.answer(scene.cleo, "/smallthing find alva")).doesNotContain("aloud");
    scene.ben.edit(
        scene.channel, ts, "I did a small thing: thanked <@" + scene.alva.id() + "> aloud");
    scene.bot().awaitIdle();
    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @someone aloud");
    scene.awaitGone("Alva Lind");
  }

  @Test
  void anEditKeepsTheNamesAndWhoIsMentionedInAFormIsStillMentioned() {
    String ts = said("thanked [[@" + scene.alva.id() + "|Anna]] aloud");
    scene.ben.edit(
        scene.channel, ts, "I did a small thing: thanked <@" + scene.alva.id() + "> twice");
    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @Anna twice");

    scene.ben.openHome();
    scene.chooses(scene.ben, "win_edit");
    scene.ben.submit(scene.modal(scene.ben), Map.of("win_edit_text", "thanked @Anna thrice"));
    scene.forget(scene.alva);
    assertThat(scene.answer(scene.cleo, "/smallthing list")).contains("thanked @someone thrice");
  }

  private String said(String what) {
    String ts = scene.ben.say(scene.channel, "I did a small thing: " + what);
    scene.bot().awaitIdle();
    return ts;
  }

  private void settings(String typed) {
    scene.ben.command(scene.channel, "/nudge " + typed);
  }
}
