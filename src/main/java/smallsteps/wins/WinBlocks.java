package smallsteps.wins;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import smallsteps.Content;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// How a win that the bot posts looks: what was said, and the button of whoever did it too.
final class WinBlocks {
  private static final int SECTION = 3000;

  private WinBlocks() {}

  static Content posted(String sentence, Words.Sentences say) {
    var blocks = new ArrayList<LayoutBlock>();
    for (String piece : Mrkdwn.pieces(sentence, SECTION)) {
      blocks.add(section(s -> s.text(markdownText(piece))));
    }
    blocks.add(
        actions(
            List.of(
                button(b -> b.actionId(Wins.TOO_ACTION).text(plainText(say.plain("wins.too")))))));
    return new Content(sentence + "\n" + say.say("wins.too_how"), blocks);
  }
}
