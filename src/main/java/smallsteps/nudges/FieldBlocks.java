package smallsteps.nudges;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of the settings, as Slack's elements. Options are texts by value, in their order.
final class FieldBlocks {
  private FieldBlocks() {}

  /// @param name of the field, the `action_id` too
  /// @param key what tells this field from another channel's, or Slack would keep what it held
  static InputBlock input(
      String name, String key, String label, String hint, boolean isOptional, BlockElement field) {
    return InputBlock.builder()
        .blockId(key.isEmpty() ? name : name + ":" + key)
        .label(plainText(label))
        .hint(hint == null ? null : plainText(hint))
        .optional(isOptional)
        .element(field)
        .build();
  }

  /// @param channelId null for none yet
  static ConversationsSelectElement channels(String name, String channelId) {
    return ConversationsSelectElement.builder()
        .actionId(name)
        .initialConversation(channelId)
        .filter(
            ConversationsFilter.builder()
                .include(List.of("public", "private"))
                .excludeBotUsers(true)
                .build())
        .build();
  }

  static BlockElement select(String name, Map<String, String> options, String chosen) {
    return StaticSelectElement.builder()
        .actionId(name)
        .options(options(options))
        .initialOption(option(options, chosen))
        .build();
  }

  static BlockElement radio(String name, Map<String, String> options, String chosen) {
    return RadioButtonsElement.builder()
        .actionId(name)
        .options(options(options))
        .initialOption(option(options, chosen))
        .build();
  }

  static BlockElement checkboxes(String name, Map<String, String> options, Set<String> chosen) {
    List<OptionObject> ticked =
        options(options).stream().filter(option -> chosen.contains(option.getValue())).toList();
    return CheckboxesElement.builder()
        .actionId(name)
        .options(options(options))
        .initialOptions(ticked.isEmpty() ? null : ticked)
        .build();
  }

  static BlockElement time(String name, LocalTime chosen) {
    return TimePickerElement.builder().actionId(name).initialTime(chosen.toString()).build();
  }

  /// @param chosen null for none
  static BlockElement date(String name, LocalDate chosen) {
    return DatePickerElement.builder()
        .actionId(name)
        .initialDate(chosen == null ? null : chosen.toString())
        .build();
  }

  /// What it offers is asked of us while somebody types.
  static BlockElement external(String name, String chosen) {
    return ExternalSelectElement.builder()
        .actionId(name)
        .minQueryLength(0)
        .initialOption(option(Map.of(chosen, chosen), chosen))
        .build();
  }

  static LayoutBlock text(String mrkdwn) {
    return SectionBlock.builder().text(MarkdownTextObject.builder().text(mrkdwn).build()).build();
  }

  static LayoutBlock text(String mrkdwn, BlockElement beside) {
    return SectionBlock.builder()
        .text(MarkdownTextObject.builder().text(mrkdwn).build())
        .accessory(beside)
        .build();
  }

  private static List<OptionObject> options(Map<String, String> texts) {
    return texts.keySet().stream().map(value -> option(texts, value)).toList();
  }

  private static OptionObject option(Map<String, String> texts, String value) {
    return OptionObject.builder().text(plainText(texts.get(value))).value(value).build();
  }

  private static PlainTextObject plainText(String text) {
    return PlainTextObject.builder().text(text).build();
  }
}
