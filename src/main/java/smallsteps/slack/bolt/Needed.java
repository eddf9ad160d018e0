package smallsteps.slack.bolt;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What we need of an interaction, and nothing else of it: Bolt reads whole messages and views,
/// with everybody's blocks and attachments, and refuses all of it for one shape that it doesn't
/// know. What is named here comes through where it is of the kind that is named.
final class Needed {
  /// What comes through of a value; empty for nothing of it.
  @FunctionalInterface
  private interface Shape {
    Optional<JsonElement> of(JsonElement value);
  }

  /// A blank one is none: what is needed is missing either way.
  private static final Shape TEXT =
      primitive(text -> text.isString() && !text.getAsString().isBlank());

  private static final Shape FLAG = primitive(JsonPrimitive::isBoolean);

  private static final Shape OPTION = fields("value");
  private static final Map<String, Shape> CHOSEN =
      Map.of(
          "selected_option", OPTION,
          "selected_options", list(OPTION),
          "selected_conversations", list(TEXT),
          "selected_channels", list(TEXT),
          "selected_users", list(TEXT));
  private static final String[] ENTERED = {
    "type",
    "value",
    "action_id",
    "block_id",
    "action_ts",
    "selected_conversation",
    "selected_channel",
    "selected_user",
    "selected_time",
    "selected_date"
  };
  private static final Shape INPUT = fields(CHOSEN, ENTERED);
  private static final Shape VIEW =
      fields(
          Map.of("state", fields(Map.of("values", each(each(INPUT))))),
          "id",
          "type",
          "callback_id",
          "private_metadata",
          "hash",
          "team_id",
          "app_installed_team_id",
          "root_view_id",
          "previous_view_id",
          "external_id",
          "app_id",
          "bot_id");
  private static final Shape CONTAINER =
      fields(
          Map.of("is_ephemeral", FLAG), "type", "message_ts", "thread_ts", "channel_id", "view_id");
  private static final Shape MESSAGE =
      fields(
          Map.of("bot_profile", fields("id")),
          "ts",
          "thread_ts",
          "user",
          "bot_id",
          "subtype",
          "text",
          "team",
          "user_team");
  private static final Shape PAYLOAD =
      fields(
          Map.of(
              "is_enterprise_install", FLAG,
              "team", fields("id", "domain", "enterprise_id"),
              "enterprise", fields("id"),
              "user", fields("id", "team_id", "name", "username", "enterprise_id"),
              "channel", fields("id", "name"),
              "container", CONTAINER,
              "message", MESSAGE,
              "view", VIEW,
              "actions", list(INPUT)),
          "type",
          "token",
          "api_app_id",
          "callback_id",
          "trigger_id",
          "response_url",
          "message_ts",
          "action_ts",
          "action_id",
          "block_id",
          "value");

  private Needed() {}

  /// @param payload what is no object stays as it is
  static String of(JsonElement payload) {
    return PAYLOAD
        .of(payload)
        .map(JsonElement::getAsJsonObject)
        .map(Needed::withMessage)
        .map(JsonObject::toString)
        .orElseGet(payload::toString);
  }

  /// Of a message that a shortcut was used on at least its ts is known: the payload tells it twice.
  private static JsonObject withMessage(JsonObject payload) {
    boolean isOnMessage = new JsonPrimitive("message_action").equals(payload.get("type"));
    if (!isOnMessage || !payload.has("message_ts")) {
      return payload;
    }
    if (!payload.has("message")) {
      payload.add("message", new JsonObject());
    }
    JsonObject message = payload.getAsJsonObject("message");
    if (!message.has("ts")) {
      message.add("ts", payload.get("message_ts"));
    }
    return payload;
  }

  private static Shape primitive(Predicate<JsonPrimitive> isIt) {
    return value ->
        value instanceof JsonPrimitive primitive && isIt.test(primitive)
            ? Optional.of(value)
            : Optional.empty();
  }

  private static Shape fields(String... texts) {
    return fields(Map.of(), texts);
  }

  private static Shape fields(Map<String, Shape> others, String... texts) {
    var all = new LinkedHashMap<String, Shape>(others);
    for (String name : texts) {
      all.put(name, TEXT);
    }
    return value -> {
      if (!(value instanceof JsonObject object)) {
        return Optional.empty();
      }
      var needed = new JsonObject();
      all.forEach(
          (name, shape) -> shape.of(object.get(name)).ifPresent(each -> needed.add(name, each)));
      return Optional.of(needed);
    };
  }

  /// An object whose names are anybody's.
  private static Shape each(Shape shape) {
    return value -> {
      if (!(value instanceof JsonObject object)) {
        return Optional.empty();
      }
      var needed = new JsonObject();
      object
          .asMap()
          .forEach((name, each) -> shape.of(each).ifPresent(kept -> needed.add(name, kept)));
      return Optional.of(needed);
    };
  }

  private static Shape list(Shape shape) {
    return value -> {
      if (!(value instanceof JsonArray array)) {
        return Optional.empty();
      }
      var needed = new JsonArray();
      array.forEach(each -> shape.of(each).ifPresent(needed::add));
      return Optional.of(needed);
    };
  }
}
