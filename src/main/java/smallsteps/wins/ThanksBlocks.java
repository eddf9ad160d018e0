package smallsteps.wins;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.section;

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
    var ask = button(Wins.DIFFERENCE_ACTION, key, say.plain("wins.difference"));
    return new Content(whole, List.of(section(whole), actions("win_thanks", ask)));
  }
}
