package smallsteps.wins;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.sections;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import smallsteps.Content;
import smallsteps.config.Words;

/// The question whether a small thing is to be said with a name, with the whole of it in it: what
/// was typed is nowhere else.
final class WhoseBlocks {
  private static final int LONGEST_VALUE = 2000;

  private WhoseBlocks() {}

  /// @param unnamed the button's value, and `named` the other's
  static Content question(String text, String unnamed, String named, Words.Sentences say) {
    boolean fits = Math.max(unnamed.length(), named.length()) <= LONGEST_VALUE;
    String whole = say.say(fits ? "wins.whose.ask" : "wins.whose.ask_long", "text", text);
    List<LayoutBlock> blocks = new ArrayList<>(sections(whole));
    if (fits) {
      blocks.add(
          actions(
              "win_whose",
              button(WhoseQuestion.UNNAMED, unnamed, say.plain("wins.whose.unnamed")),
              button(WhoseQuestion.NAMED, named, say.plain("wins.whose.named"))));
    }
    return new Content(whole, blocks);
  }
}
