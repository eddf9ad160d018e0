package smallsteps.care;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.ButtonElement;
import smallsteps.Language;
import smallsteps.config.Words;

/// "Why do I see this?", for under each unasked message.
public record WhyBlocks(Words words) {
  static final String WHY = "care_why";

  /// For an actions block; one in a message.
  public ButtonElement button(Kind kind, Language language) {
    String label = words.in(language).plain("care.why.button");
    return ButtonElement.builder()
        .actionId(WHY)
        .value(kind.stored())
        .text(plainText(label))
        .build();
  }

  /// For the message's text: how to get less of it.
  public String how(Language language) {
    return words.in(language).say("care.why.how");
  }
}
