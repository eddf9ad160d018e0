package smallsteps;

import static smallsteps.BlockKit.plainText;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

/// Modals and the fields in them, by Slack's own names. A field's input block and its element go by
/// one name.
public final class Modals {
  private static final int OPTION = 75;
  private static final int BRIEF = 24;

  private Modals() {}

  /// To be read and closed; with a `submit` and a `callbackId` to be filled in.
  public static View.ViewBuilder modal(String title, String close, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text(Shortened.to(title, BRIEF)).build())
        .close(ViewClose.builder().type("plain_text").text(Shortened.to(close, BRIEF)).build())
        .blocks(blocks);
  }

  public static ViewSubmit submit(String text) {
    return ViewSubmit.builder().type("plain_text").text(Shortened.to(text, BRIEF)).build();
  }

  public static InputBlock input(String name, String label, BlockElement element) {
    return input(name, label, null, element);
  }

  /// @param hint null for none
  public static InputBlock input(String name, String label, String hint, BlockElement element) {
    return InputBlock.builder()
        .blockId(name)
        .label(plainText(label))
        .hint(hint == null ? null : plainText(hint))
        .element(element)
        .build();
  }

  /// May be left empty.
  public static InputBlock optional(InputBlock input) {
    input.setOptional(true);
    return input;
  }

  public static OptionObject option(String text, String value) {
    return OptionObject.builder().text(plainText(Shortened.to(text, OPTION))).value(value).build();
  }

  /// @param chosen a value; the first option where it is none of theirs
  public static BlockElement select(String name, List<OptionObject> options, String chosen) {
    return StaticSelectElement.builder()
        .actionId(name)
        .options(options)
        .initialOption(initial(options, chosen))
        .build();
  }

  /// @param chosen a value; the first option where it is none of theirs
  public static BlockElement radioButtons(String name, List<OptionObject> options, String chosen) {
    return RadioButtonsElement.builder()
        .actionId(name)
        .options(options)
        .initialOption(initial(options, chosen))
        .build();
  }

  /// With none chosen beforehand.
  public static BlockElement radioButtons(String name, List<OptionObject> options) {
    return RadioButtonsElement.builder().actionId(name).options(options).build();
  }

  /// @param chosen the values that are ticked
  public static BlockElement checkboxes(
      String name, List<OptionObject> options, Collection<String> chosen) {
    List<OptionObject> ticked =
        options.stream().filter(option -> chosen.contains(option.getValue())).toList();
    return CheckboxesElement.builder()
        .actionId(name)
        .options(options)
        .initialOptions(ticked.isEmpty() ? null : ticked)
        .build();
  }

  public static BlockElement timePicker(String name, LocalTime chosen) {
    return TimePickerElement.builder().actionId(name).initialTime(chosen.toString()).build();
  }

  /// Of several lines.
  public static PlainTextInputElement.PlainTextInputElementBuilder textInput(
      String name, int longest) {
    return PlainTextInputElement.builder().actionId(name).multiline(true).maxLength(longest);
  }

  /// A choice among the channels; direct messages are none.
  public static ConversationsSelectElement.ConversationsSelectElementBuilder channelSelect(
      String name) {
    return ConversationsSelectElement.builder()
        .actionId(name)
        .filter(
            ConversationsFilter.builder()
                .include(List.of("public", "private"))
                .excludeBotUsers(true)
                .build());
  }

  private static OptionObject initial(List<OptionObject> options, String chosen) {
    return options.stream()
        .filter(option -> option.getValue().equals(chosen))
        .findFirst()
        .orElse(options.getFirst());
  }
}
