package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Prompt;
import smallsteps.config.Prompts;
import smallsteps.config.Words;

class NudgeBlocksTest {
  private static final Instant DUE = Instant.parse("2026-11-23T08:00:00Z");
  private final Words words = Words.load(ConfigFiles.packed(), NudgesScene.SWEDISH);
  private final Prompts prompts = Prompts.load(ConfigFiles.packed(), NudgesScene.SWEDISH);

  @Test
  void theTextAloneCarriesEverythingAndHowToAnswer() {
    for (Language language : words.languages()) {
      for (Prompt prompt : prompts.in(language)) {
        Content nudge = nudge(prompt, language, "Title");
        assertThat(nudge.text())
            .contains("Title", prompt.question())
            .contains(words.in(language).plain("nudges.message.button"))
            .contains(prompt.actions().values())
            .hasSizeLessThan(4000);
      }
    }
  }

  @Test
  void theButtonCarriesTheSlotUnderThePublicActionId() {
    Prompt prompt = prompts.in(NudgesScene.ENGLISH).getFirst();
    List<LayoutBlock> blocks = nudge(prompt, NudgesScene.ENGLISH, "Title").blocks();
    var actions = (ActionsBlock) blocks.get(4);
    var button = (ButtonElement) actions.getElements().getFirst();
    assertThat(button.getActionId()).isEqualTo("nudge_win");
    assertThat(button.getValue()).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(button.getText().getText()).isEqualTo("I did a small thing");
  }

  @Test
  void eachAmountOfTimeHasAButtonThatSaysWhatItDoesToWhoHearsIt() {
    Prompt prompt = prompts.in(NudgesScene.ENGLISH).getFirst();
    var actions = (ActionsBlock) nudge(prompt, NudgesScene.ENGLISH, "Title").blocks().get(3);
    assertThat(actions.getElements())
        .map(ButtonElement.class::cast)
        .map(ButtonElement::getActionId, ButtonElement::getAccessibilityLabel)
        .containsExactly(
            tuple("microaction_minutes:2", "I have 2 minutes: show me something to do"),
            tuple("microaction_minutes:5", "I have 5 minutes: show me something to do"),
            tuple("microaction_minutes:15", "I have 15 minutes: show me something to do"),
            tuple("microaction_minutes:60", "I have 60 minutes: show me something to do"));
  }

  @Test
  void aTeamsOwnWordsStayWithinSlacksLimitsAndPingNobody() {
    var longest = new java.util.TreeMap<Integer, String>();
    List.of(2, 5, 15, 60).forEach(minutes -> longest.put(minutes, "<!here>".repeat(35)));
    var prompt = new Prompt("own", 1, "<!channel> & all", longest);
    Content nudge = nudge(prompt, NudgesScene.SWEDISH, "x".repeat(300));
    assertThat(nudge.text()).doesNotContain("<!channel>", "<!here>");
    assertThat(((HeaderBlock) nudge.blocks().getFirst()).getText().getText())
        .hasSizeLessThanOrEqualTo(150);
    for (LayoutBlock block : nudge.blocks()) {
      if (block instanceof SectionBlock section) {
        assertThat(section.getText().getText()).hasSizeLessThanOrEqualTo(3000);
      }
    }
  }

  private Content nudge(Prompt prompt, Language language, String title) {
    var claim =
        new NudgeSlot(
            new Channel("T1", "C1"),
            DUE,
            ZoneId.of("Europe/Stockholm"),
            language,
            true,
            prompt.id(),
            prompt.principle());
    return new NudgeBlocks(words, (_, _) -> title).nudge(prompt, claim);
  }
}
