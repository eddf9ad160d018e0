package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Message;

class PrivacyTest extends OwnScene {

  @Test
  void theWordsOfADeletedMessageLeaveTheDisk() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: matade zebrafinken");
    assertThat(scene.isOnDisk("zebrafinken")).isTrue();

    scene.alva.delete(scene.channel, ts);

    scene.awaitGone("zebrafinken");
  }

  @Test
  void aPersonIsForgottenWhileTheBotRunsAndTheOthersAreNot() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: matade zebrafinken");
    String other = scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.alva.react(scene.channel, other, "tada");

    assertThat(scene.forget(scene.alva)).contains("2 rows.");
    scene.awaitGone("zebrafinken");
    scene.awaitGone(scene.alva.id());
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.win(other).orElseThrow().getJsonObject("reactions")).isEmpty();

    scene.ben.say(scene.channel, "Jag gjorde en liten sak: mejlade");
    assertThat(scene.exported("win")).hasSize(2);
  }

  @Test
  void whatIsKeptIsToldInSentencesGroupedAndInTheReadersLanguage() {
    takesPart(scene.cleo, "I did a small thing: labelled the door");
    scene.chooses(scene.cleo, "win_hide");

    scene.cleo.press(scene.home(scene.cleo), "privacy_show");

    String shown = scene.modal(scene.cleo).shown();
    assertThat(shown)
        .containsSubsequence("Small things", "labelled the door It is kept out of lists.")
        .containsSubsequence("Nudges I have set up", "at 09:00 (Europe/Stockholm), in ")
        .containsSubsequence("What difference it made", "I ask on ")
        .containsSubsequence("Reactions", "• :tada: in <#" + scene.channel.id())
        .containsSubsequence("Something small that I have chosen", "23 November 2026 in <#")
        .doesNotContain("privacy.", "…", "{", "null");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whoErasesAllOfTheirsIsNamedNowhereAnyMore() {
    takesPart(scene.alva, "Jag gjorde en liten sak: matade zebrafinken");
    fill("spread_tags", Map.of("spread_profession", "Zebraskötare"));
    fill(
        "propose_microaction",
        Map.of("microaction_text", "mata zebran", "microaction_channel", scene.channel.id()));
    scene.ben.press(scene.lastMessage(), "microaction_accept");
    scene.alva.command(scene.channel, "/smallthing inställningar");
    scene.alva.submit(scene.modal(scene.alva), Map.of("care_kinds", "difference_question"));
    scene.alva.close(scene.modal(scene.alva));
    assertThat(scene.isOnDisk(scene.alva.id())).isTrue();

    scene.alva.press(scene.home(scene.alva), "privacy_erase");

    scene.awaitGone(scene.alva.id());
    scene.awaitGone("zebra");
    scene.awaitGone("Zebra");
    assertThat(scene.answer(scene.ben, "/nudge visa")).contains("varje måndag");
  }

  /// In all that needs no more than a nudge and a word.
  private void takesPart(Person person, String said) {
    person.command(scene.channel, "/nudge monday 09:00");
    person.command(scene.channel, "/nudge now");
    Message nudge = scene.lastMessage();
    person.press(nudge, "microaction_minutes:5");
    person.press(scene.onlyFor(person), "microaction_promise");
    person.react(scene.channel, nudge.ts(), "tada");
    person.say(scene.channel, said);
    person.openHome();
    scene.chooses(person, "win_difference");
  }

  private void fill(String shortcut, Map<String, String> filled) {
    scene.alva.globalShortcut(shortcut);
    scene.alva.submit(scene.modal(scene.alva), filled);
    scene.bot().awaitIdle();
    scene.workspace.modal(scene.alva).ifPresent(scene.alva::close);
  }
}
