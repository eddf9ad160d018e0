package smallsteps.nudges;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.util.List;
import smallsteps.Content;

/// The bot's first word in a channel, with a button that opens the channel's settings.
final class WelcomeBlocks {
  private WelcomeBlocks() {}

  static Content welcome(PlanSentences say) {
    String text = say.say("welcome");
    return new Content(
        text,
        List.of(
            section(s -> s.text(markdownText(text))),
            actions(a ->
                a.blockId("nudge_welcome")
                    .elements(
                        List.of(
                            button(b ->
                                b.actionId(Nudges.OPEN_SETTINGS)
                                    .text(plainText(say.say("welcome_button")))
                                    .style("primary")))))));
  }
}
