package smallsteps.home;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import smallsteps.config.Words;

/// The blocks that every part of the page is made of.
final class PlainBlocks {
  private static final int LABEL = 75;

  private PlainBlocks() {}

  static LayoutBlock header(String text) {
    return HeaderBlock.builder().text(plain(text)).build();
  }

  static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).build();
  }

  static LayoutBlock section(String mrkdwn, BlockElement beside) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).accessory(beside).build();
  }

  static LayoutBlock context(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn))).build();
  }

  static LayoutBlock actions(List<BlockElement> elements) {
    return ActionsBlock.builder().elements(elements).build();
  }

  static ButtonElement.ButtonElementBuilder button(String actionId, String value, String text) {
    return ButtonElement.builder().actionId(actionId).value(value).text(plain(text));
  }

  /// @param label says which of several alike it is
  static ButtonElement.ButtonElementBuilder button(
      String actionId, String value, String text, String label) {
    return button(actionId, value, text).accessibilityLabel(shortened(label, LABEL));
  }

  /// @param key has the parts title, text, yes and no
  static ConfirmationDialogObject sure(Words.Sentences say, String key) {
    return ConfirmationDialogObject.builder()
        .title(plain(say.plain(key + ".title")))
        .text(plain(say.plain(key + ".text")))
        .confirm(plain(say.plain(key + ".yes")))
        .deny(plain(say.plain(key + ".no")))
        .style("danger")
        .build();
  }

  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).build();
  }

  /// @param length in UTF-16 units; no emoji is cut in two
  static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
