package smallsteps.wins;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.config.Words;

/// The thanks for a small thing of one's own, with the offer to be asked later what difference it
/// made.
record ThanksBlocks(Words words) {

  /// @param key as [OwnWin#key]
  Content thanks(String sentence, String key, Language language) {
    var say = words.in(language);
    String whole = sentence + "\n" + say.say("wins.difference_how");
    return new Content(
        whole,
        List.of(
            section(s -> s.text(markdownText(whole))),
            actions(a ->
                a.blockId("win_thanks")
                    .elements(
                        List.of(
                            button(b ->
                                b.actionId(Wins.DIFFERENCE_ACTION)
                                    .value(key)
                                    .text(plainText(say.plain("wins.difference")))))))));
  }
}
