package smallsteps.rehearsal.blocks;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import smallsteps.rehearsal.wire.Wire;

/// A piece of what the bot sent. It knows where it stands, and notes there what Slack would refuse.
///
/// @param at the JSON pointer to it
/// @param problems shared by all parts of one message or view
record Piece(JsonObject json, String at, Place place, List<String> problems) {
  String type() {
    return Wire.text(json, "type");
  }

  void fault(String what, String where) {
    problems.add("[ERROR] " + what + " [json-pointer:" + at + where + "]");
  }

  boolean has(String name) {
    return json.containsKey(name) && json.get(name) != JsonValue.NULL;
  }

  boolean require(String name) {
    if (!has(name)) {
      fault("missing required field: " + name, "");
    }
    return has(name);
  }

  void requireOne(String... names) {
    if (List.of(names).stream().noneMatch(this::has)) {
      fault("must define one of: " + String.join(", ", names), "");
    }
  }

  /// A plain string, not a text object.
  void string(String name, int most) {
    if (!has(name)) {
      return;
    }
    if (json.get(name) instanceof JsonString text) {
      length(text.getString(), most, "/" + name);
    } else {
      fault("must be a string", "/" + name);
    }
  }

  private void length(String text, int most, String where) {
    if (text.isEmpty()) {
      fault("must be more than 0 characters", where);
    }
    if (text.length() > most) {
      fault("must be less than " + (most + 1) + " characters", where);
    }
  }

  void number(String name, int least, int most) {
    if (has(name)
        && (!(json.get(name) instanceof JsonNumber number)
            || number.intValue() < least
            || number.intValue() > most)) {
      fault("must be a number from " + least + " to " + most, "/" + name);
    }
  }

  void pattern(String name, Pattern pattern) {
    if (has(name) && !pattern.matcher(Wire.text(json, name)).matches()) {
      fault("must match " + pattern, "/" + name);
    }
  }

  void oneOf(String name, List<String> allowed) {
    if (has(name) && !allowed.contains(Wire.text(json, name))) {
      fault("must be one of " + allowed, "/" + name);
    }
  }

  void plainText(String name, int most) {
    child(name, text -> text.isText(most, true));
  }

  void anyText(String name, int most) {
    child(name, text -> text.isText(most, false));
  }

  void mrkdwn(String name, int most) {
    child(
        name,
        text -> {
          if (!text.type().equals("mrkdwn")) {
            text.fault("must be a mrkdwn object", "/type");
          }
          text.isText(most, false);
        });
  }

  void isText(int most, boolean isPlainOnly) {
    if (isPlainOnly && !type().equals("plain_text")) {
      fault("must be a plain_text object", "/type");
    } else if (!List.of("plain_text", "mrkdwn").contains(type())) {
      fault("must be plain_text or mrkdwn", "/type");
    }
    if (type().equals("mrkdwn") && has("emoji")) {
      fault("invalid additional property: emoji", "");
    }
    if (require("text")) {
      string("text", most);
    }
  }

  void child(String name, Consumer<Piece> check) {
    if (has(name)) {
      if (json.get(name) instanceof JsonObject child) {
        check.accept(new Piece(child, at + "/" + name, place, problems));
      } else {
        fault("must be an object", "/" + name);
      }
    }
  }

  void children(String name, int least, int most, Consumer<Piece> check) {
    if (!has(name)) {
      return;
    }
    if (!(json.get(name) instanceof JsonArray children)) {
      fault("must be an array", "/" + name);
      return;
    }
    if (children.size() < least) {
      fault("no fewer than " + least + " items allowed", "/" + name);
    }
    if (children.size() > most) {
      fault("no more than " + most + " items allowed", "/" + name);
    }
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) instanceof JsonObject child) {
        check.accept(new Piece(child, at + "/" + name + "/" + i, place, problems));
      } else {
        fault("must be an object", "/" + name + "/" + i);
      }
    }
  }
}
