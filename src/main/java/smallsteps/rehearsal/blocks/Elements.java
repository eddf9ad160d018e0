package smallsteps.rehearsal.blocks;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import smallsteps.rehearsal.wire.Wire;

/// Slack's rules for what one can press, choose or fill in.
final class Elements {
  /// The kind of block that an element stands in.
  enum In {
    SECTION,
    ACTIONS,
    INPUT,
    CONTEXT_ACTIONS
  }

  private static final Set<String> CHOICES =
      Set.of(
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "checkboxes",
          "radio_buttons",
          "datepicker",
          "timepicker",
          "datetimepicker");
  private static final Set<String> TYPED =
      Set.of(
          "plain_text_input",
          "number_input",
          "email_text_input",
          "url_text_input",
          "rich_text_input",
          "file_input");
  private static final Set<String> PRESSED = Set.of("button", "overflow", "workflow_button");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Elements() {}

  static void check(Piece element, In in) {
    if (!isAllowed(element.type(), in) || !stands(element.type(), element.place())) {
      element.fault("unsupported type: " + element.type(), "/type");
      return;
    }
    element.string("action_id", 255);
    element.plainText("placeholder", 150);
    element.child("confirm", Elements::confirm);
    switch (element.type()) {
      case "button", "workflow_button" -> button(element);
      case "image" -> Blocks.image(element);
      case "overflow" -> {
        element.require("options");
        element.children("options", 1, 5, each -> option(each, true));
      }
      case "checkboxes", "radio_buttons" -> {
        element.require("options");
        element.children("options", 1, 10, each -> option(each, false));
      }
      case "static_select", "multi_static_select" -> select(element);
      case "plain_text_input" -> {
        element.number("min_length", 0, 3000);
        element.number("max_length", 1, 3000);
        element.string("initial_value", 3000);
      }
      default -> rarer(element);
    }
    initial(element);
  }

  private static void rarer(Piece element) {
    switch (element.type()) {
      case "number_input" -> element.require("is_decimal_allowed");
      case "timepicker" -> {
        element.pattern("initial_time", TIME);
        zone(element);
      }
      case "datepicker" -> element.pattern("initial_date", DATE);
      case "feedback_buttons" -> {
        element.require("positive_button");
        element.require("negative_button");
      }
      case "icon_button" -> {
        element.require("icon");
        element.require("text");
      }
      default -> {
        // the rest has only what every element has
      }
    }
  }

  private static boolean isAllowed(String type, In in) {
    return switch (in) {
      case SECTION -> CHOICES.contains(type) || PRESSED.contains(type) || type.equals("image");
      case ACTIONS ->
          (CHOICES.contains(type) || PRESSED.contains(type)) || type.equals("rich_text_input");
      case INPUT -> CHOICES.contains(type) || TYPED.contains(type);
      case CONTEXT_ACTIONS -> Set.of("feedback_buttons", "icon_button").contains(type);
    };
  }

  private static boolean stands(String type, Place place) {
    return switch (type) {
      case "datetimepicker" -> place != Place.HOME;
      case "number_input", "email_text_input", "url_text_input", "file_input" ->
          place == Place.MODAL;
      case "rich_text_input" -> place != Place.MESSAGE;
      case "workflow_button" -> place == Place.MESSAGE;
      default -> true;
    };
  }

  private static void button(Piece button) {
    button.require("text");
    button.plainText("text", 75);
    button.string("value", 2000);
    button.string("url", 3000);
    button.string("accessibility_label", 75);
    button.oneOf("style", List.of("primary", "danger"));
  }

  private static void select(Piece select) {
    select.requireOne("options", "option_groups");
    select.children("options", 1, 100, each -> option(each, true));
    select.children(
        "option_groups",
        1,
        100,
        group -> {
          group.require("label");
          group.plainText("label", 75);
          group.children("options", 1, 100, each -> option(each, true));
        });
  }

  /// Only checkboxes and radio buttons may have mrkdwn in their labels.
  private static void option(Piece option, boolean isPlainOnly) {
    option.require("text");
    option.child("text", text -> text.isText(75, isPlainOnly));
    option.child("description", text -> text.isText(75, isPlainOnly));
    option.require("value");
    option.string("value", 150);
  }

  private static void initial(Piece element) {
    List<JsonValue> chosen = new ArrayList<>();
    if (element.has("initial_option")) {
      chosen.add(element.json().get("initial_option"));
    }
    if (element.json().get("initial_options") instanceof JsonArray several) {
      chosen.addAll(several);
    }
    List<JsonObject> options = Inputs.options(element.json());
    boolean isListed = !element.type().contains("external");
    if (isListed && !options.containsAll(chosen)) {
      element.fault("the initial option is none of the options", "");
    }
  }

  private static void zone(Piece element) {
    if (element.has("timezone")
        && !ZoneId.getAvailableZoneIds().contains(Wire.text(element.json(), "timezone"))) {
      element.fault("must be an IANA time zone", "/timezone");
    }
  }

  private static void confirm(Piece confirm) {
    List.of("title", "text", "confirm", "deny").forEach(confirm::require);
    confirm.plainText("title", 100);
    confirm.anyText("text", 300);
    confirm.plainText("confirm", 30);
    confirm.plainText("deny", 30);
  }
}
