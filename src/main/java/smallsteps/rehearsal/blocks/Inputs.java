package smallsteps.rehearsal.blocks;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// The state of inputs in the shape of `view.state.values`: block_id → action_id → state.
public final class Inputs {
  private static final JsonObject UNFILLABLE = JsonValue.EMPTY_JSON_OBJECT;

  private Inputs() {}

  /// What the surface holds before anybody touched it, overlaid with what was filled in.
  public static JsonObject values(List<JsonObject> blocks, JsonObject filled) {
    Map<String, Map<String, JsonValue>> values = new LinkedHashMap<>();
    for (Surface.Element each : Surface.elements(blocks)) {
      JsonObject state = initial(each.json());
      if (!state.isEmpty()) {
        JsonObject given = Wire.child(Wire.child(filled, each.blockId()), each.actionId());
        values
            .computeIfAbsent(each.blockId(), _ -> new LinkedHashMap<>())
            .put(each.actionId(), given.isEmpty() ? state : typed(given, each.type()));
      }
    }
    return (JsonObject) Wire.value(values);
  }

  private static JsonObject typed(JsonObject state, String type) {
    return new Fields().put("type", type).putAll(Wire.without(state, "type")).json();
  }

  /// Empty for what holds nothing, such as a button.
  static JsonObject initial(JsonObject element) {
    String type = Wire.text(element, "type");
    String field = field(type);
    if (field.isEmpty()) {
      return UNFILLABLE;
    }
    String initial = field.equals("value") ? "initial_value" : field.replace("selected", "initial");
    JsonValue nothing = field.equals("selected_options") ? Wire.array(List.of()) : JsonValue.NULL;
    return Wire.object("type", type, field, element.getOrDefault(initial, nothing));
  }

  /// The name under which an element of this type tells its state; empty for one without.
  private static String field(String type) {
    return switch (type) {
      case "plain_text_input", "number_input", "email_text_input", "url_text_input" -> "value";
      case "rich_text_input" -> "rich_text_value";
      case "static_select", "external_select", "radio_buttons" -> "selected_option";
      case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
      case "users_select" -> "selected_user";
      case "multi_users_select" -> "selected_users";
      case "conversations_select" -> "selected_conversation";
      case "multi_conversations_select" -> "selected_conversations";
      case "channels_select" -> "selected_channel";
      case "multi_channels_select" -> "selected_channels";
      case "datepicker" -> "selected_date";
      case "timepicker" -> "selected_time";
      case "datetimepicker" -> "selected_date_time";
      default -> "";
    };
  }

  /// The state after a person chose or typed this.
  ///
  /// @param text typed text, a time, an id, or an option's value or label; several, a comma between
  public static JsonObject filled(JsonObject element, String text) {
    String type = Wire.text(element, "type");
    String field = field(type);
    return switch (field) {
      case "" -> throw new IllegalArgumentException("nothing to fill in a " + type);
      case "selected_option" -> Wire.object("type", type, field, option(element, text));
      case "selected_options" ->
          Wire.object(
              "type", type, field, listed(text).map(each -> option(element, each)).toList());
      case "selected_users", "selected_conversations", "selected_channels" ->
          Wire.object("type", type, field, listed(text).toList());
      case "selected_date_time" -> Wire.object("type", type, field, Long.valueOf(text));
      default ->
          Wire.object("type", type, field, text.isEmpty() ? JsonValue.NULL : Wire.value(text));
    };
  }

  private static Stream<String> listed(String text) {
    return text.isEmpty() ? Stream.of() : List.of(text.split(",")).stream();
  }

  private static JsonValue option(JsonObject element, String wanted) {
    if (wanted.isEmpty()) {
      return JsonValue.NULL;
    }
    if (Wire.text(element, "type").contains("external")) {
      return Wire.object(
          "text", Wire.object("type", "plain_text", "text", wanted), "value", wanted);
    }
    return options(element).stream()
        .filter(each ->
            Wire.text(each, "value").equals(wanted)
                || Wire.text(Wire.child(each, "text"), "text").equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no option " + wanted + " in " + options(element)));
  }

  public static List<JsonObject> options(JsonObject element) {
    List<JsonObject> options = new ArrayList<>(Wire.children(element, "options"));
    Wire.children(element, "option_groups")
        .forEach(group -> options.addAll(Wire.children(group, "options")));
    return options;
  }

  /// What Slack's own client says before it sends anything: block_id → the reason.
  public static Map<String, String> unfit(List<JsonObject> blocks, JsonObject values) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Surface.Element each : Surface.elements(blocks)) {
      if (each.isInput()) {
        JsonObject state = Wire.child(Wire.child(values, each.blockId()), each.actionId());
        fault(each, state).ifPresent(fault -> errors.put(each.blockId(), fault));
      }
    }
    return errors;
  }

  private static Optional<String> fault(Surface.Element input, JsonObject state) {
    if (isEmpty(state.get(field(input.type())))) {
      return Wire.flag(input.block(), "optional")
          ? Optional.empty()
          : Optional.of("Please complete this required field.");
    }
    int length = Wire.text(state, "value").length();
    if (length < input.json().getInt("min_length", 0)) {
      return Optional.of(
          "Must be at least " + input.json().getInt("min_length") + " characters long.");
    }
    return length > input.json().getInt("max_length", 3000)
        ? Optional.of(
            "Must be less than " + input.json().getInt("max_length", 3000) + " characters.")
        : Optional.empty();
  }

  private static boolean isEmpty(JsonValue value) {
    return value == null
        || value == JsonValue.NULL
        || (value instanceof JsonArray values && values.isEmpty())
        || value.equals(Wire.value(""));
  }
}
