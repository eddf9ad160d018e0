package smallsteps.wins;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.sections;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import smallsteps.Content;
import smallsteps.config.Words;

/// How a win that the bot posts looks: what was said, and the button of whoever did it too.
final class WinBlocks {
  private WinBlocks() {}

  static Content posted(String sentence, Words.Sentences say) {
    List<LayoutBlock> blocks = new ArrayList<>(sections(sentence));
    blocks.add(actions(null, button(Wins.TOO_ACTION, null, say.plain("wins.too"))));
    return new Content(sentence + "\n" + say.say("wins.too_how"), blocks);
  }
}
