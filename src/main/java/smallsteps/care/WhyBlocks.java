package smallsteps.care;

import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import java.util.List;
import smallsteps.BlockKit;
import smallsteps.Language;
import smallsteps.config.Words;

/// "Why do I see this?", for under each unasked message.
public record WhyBlocks(Words words) {
  static final String WHY = "care_why";

  /// For an actions block; one in a message.
  public ButtonElement button(Kind kind, Language language) {
    return BlockKit.button(WHY, kind.stored(), words.in(language).plain("care.why.button"));
  }

  /// The same behind a ⋮, where the buttons are for something to do.
  public OverflowMenuElement menu(Kind kind, Language language) {
    return BlockKit.menu(List.of(button(kind, language)));
  }

  /// For the message's text: how to get less of it.
  public String how(Language language) {
    return words.in(language).say("care.why.how");
  }

  /// For what a channel's plan brings: how that is changed.
  public String howInChannel(Language language) {
    return words.in(language).say("care.why.how_in_channel");
  }
}
