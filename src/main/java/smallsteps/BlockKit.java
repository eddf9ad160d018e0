package smallsteps;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import java.util.List;

/// The blocks that messages, modals and App Home are made of, by Slack's own names for them. A
/// section's and a context's text is mrkdwn, every other one is plain and cut to what Slack takes.
public final class BlockKit {
  /// How the `action_id` of a ⋮ begins; [Request.Action#meant] says which button was meant.
  public static final String MENU = "menu";

  private static final int SECTION = 3000;
  private static final int HEADER = 150;
  private static final int LABEL = 75;

  private BlockKit() {}

  public static LayoutBlock header(String text) {
    return HeaderBlock.builder().text(plainText(Shortened.to(text, HEADER))).build();
  }

  public static LayoutBlock section(String mrkdwn) {
    return section(mrkdwn, null);
  }

  public static LayoutBlock section(String mrkdwn, BlockElement accessory) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).accessory(accessory).build();
  }

  /// As many as a text of any length needs.
  public static List<LayoutBlock> sections(String mrkdwn) {
    return Mrkdwn.pieces(mrkdwn, SECTION).stream().map(BlockKit::section).toList();
  }

  public static ContextBlock context(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn))).build();
  }

  /// @param blockId null for any
  public static LayoutBlock actions(String blockId, List<? extends BlockElement> elements) {
    return ActionsBlock.builder().blockId(blockId).elements(List.copyOf(elements)).build();
  }

  public static LayoutBlock actions(String blockId, BlockElement... elements) {
    return actions(blockId, List.of(elements));
  }

  public static ButtonElement button(String actionId, String value, String text) {
    return ButtonElement.builder()
        .actionId(actionId)
        .value(value)
        .text(plainText(Shortened.to(text, LABEL)))
        .build();
  }

  /// @param label says which of several alike it is, to a screen reader
  public static ButtonElement button(String actionId, String value, String text, String label) {
    ButtonElement button = button(actionId, value, text);
    button.setAccessibilityLabel(Shortened.to(label, LABEL));
    return button;
  }

  /// These behind a ⋮, five at most, all about the same. Which one is chosen is heard as a press on
  /// it.
  public static OverflowMenuElement menu(List<ButtonElement> buttons) {
    return OverflowMenuElement.builder()
        .actionId(MENU + ":" + buttons.getFirst().getValue())
        .options(buttons.stream().map(BlockKit::behindMenu).toList())
        .build();
  }

  private static OptionObject behindMenu(ButtonElement button) {
    return OptionObject.builder()
        .text(plainText(button.getText().getText()))
        .value(button.getActionId() + " " + button.getValue())
        .build();
  }

  /// The one that is meant to be pressed.
  public static ButtonElement primary(ButtonElement button) {
    button.setStyle("primary");
    return button;
  }

  public static PlainTextObject plainText(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  public static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).build();
  }
}
