package smallsteps.slack.payload;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A JSON object of Slack's of which any part may be of another shape than we know, or missing.
/// What makes a message look as it does is not even looked at: that is where most of what is new
/// comes from, and most of the length.
public record LooseJson(JsonObject object) {
  private static final Set<String> PASSED_OVER = Set.of("blocks", "attachments", "files");

  /// Empty when something else than an object was read.
  ///
  /// @throws IOException when it is no JSON
  public static LooseJson read(JsonReader in) throws IOException {
    return of(element(in));
  }

  private static LooseJson of(JsonElement element) {
    return new LooseJson(element.isJsonObject() ? element.getAsJsonObject() : new JsonObject());
  }

  private static JsonElement element(JsonReader in) throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> object(in);
      case BEGIN_ARRAY -> array(in);
      case STRING -> new JsonPrimitive(in.nextString());
      case NUMBER -> new JsonPrimitive(new LazilyParsedNumber(in.nextString()));
      case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
      default -> {
        in.nextNull();
        yield JsonNull.INSTANCE;
      }
    };
  }

  private static JsonObject object(JsonReader in) throws IOException {
    var object = new JsonObject();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (PASSED_OVER.contains(name)) {
        in.skipValue();
      } else {
        object.add(name, element(in));
      }
    }
    in.endObject();
    return object;
  }

  private static JsonArray array(JsonReader in) throws IOException {
    var array = new JsonArray();
    in.beginArray();
    while (in.hasNext()) {
      array.add(element(in));
    }
    in.endArray();
    return array;
  }

  /// Whether there is something by that name, of whichever shape.
  public boolean has(String name) {
    JsonElement value = object.get(name);
    return value != null && !value.isJsonNull();
  }

  /// Null where there is no text by that name.
  public String text(String name) {
    return isText(object.get(name)) ? object.get(name).getAsString() : null;
  }

  /// Whether there is something by that name that is no text.
  boolean isOdd(String name) {
    return has(name) && text(name) == null;
  }

  /// False where it says anything but true.
  public boolean is(String name) {
    return object.get(name) instanceof JsonPrimitive value
        && value.isBoolean()
        && value.getAsBoolean();
  }

  /// Empty where there is no whole number by that name.
  OptionalInt number(String name) {
    try {
      return object.get(name) instanceof JsonPrimitive value && value.isNumber()
          ? OptionalInt.of(value.getAsBigDecimal().intValueExact())
          : OptionalInt.empty();
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      return OptionalInt.empty();
    }
  }

  /// An empty one where there is none by that name.
  public LooseJson in(String name) {
    return has(name) ? of(object.get(name)) : new LooseJson(new JsonObject());
  }

  /// An empty one for each element that is no object; empty where there is no list by that name.
  public Optional<List<LooseJson>> list(String name) {
    return object.get(name) instanceof JsonArray array
        ? Optional.of(array.asList().stream().map(LooseJson::of).toList())
        : Optional.empty();
  }

  /// Empty where there is no list of nothing but texts by that name.
  public Optional<List<String>> texts(String name) {
    if (!(object.get(name) instanceof JsonArray array)) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (JsonElement each : array) {
      if (!isText(each)) {
        return Optional.empty();
      }
      texts.add(each.getAsString());
    }
    return Optional.of(List.copyOf(texts));
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }
}
