package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A team's own file laid over another, key by key: what it leaves out is as it is there. A list
/// takes the place of the other, unless its items are told apart by a `number` or an `id` and one
/// of them is known there: then it changes those, and leaves out what says `"off": true`.
final class Overlay {
  private static final String OFF = "off";

  private final boolean isToGrow;

  private Overlay(boolean isToGrow) {
    this.isToGrow = isToGrow;
  }

  static JsonObject of(JsonObject own, JsonObject under) {
    return new Overlay(true).merged(own, under);
  }

  /// The same over another language's: what has an `id` and is not in the file does not come in.
  static JsonObject ofTranslation(JsonObject own, JsonObject under) {
    return new Overlay(false).merged(own, under);
  }

  private JsonObject merged(JsonObject own, JsonObject under) {
    var merged = Json.createObjectBuilder(under);
    own.forEach((key, value) -> merged.add(key, merged(value, under.get(key))));
    return merged.build();
  }

  private JsonValue merged(JsonValue own, JsonValue under) {
    if (own instanceof JsonObject object && under instanceof JsonObject beneath) {
      return merged(object, beneath);
    }
    if (own instanceof JsonArray list && under instanceof JsonArray beneath) {
      return merged(list, beneath);
    }
    return own;
  }

  /// The own ones come first, so that what is wrong in one is told by its place in the file.
  private JsonArray merged(JsonArray own, JsonArray under) {
    Map<JsonValue, JsonObject> known = byName(under);
    if (own.stream().map(Overlay::name).noneMatch(known::containsKey)) {
      return own;
    }
    boolean isFixed =
        known.keySet().stream().allMatch(name -> name.getValueType() == JsonValue.ValueType.NUMBER);
    var items = new ArrayList<JsonValue>();
    for (JsonValue item : own) {
      JsonObject beneath = known.remove(name(item));
      items.add(beneath == null ? item : merged(item, beneath));
    }
    if (isToGrow || isFixed) {
      items.addAll(known.values());
    }
    var array = Json.createArrayBuilder();
    items.stream().filter(item -> !isOff(item)).map(Overlay::withoutOff).forEach(array::add);
    return array.build();
  }

  private static Map<JsonValue, JsonObject> byName(List<JsonValue> items) {
    var named = new LinkedHashMap<JsonValue, JsonObject>();
    for (JsonValue item : items) {
      if (item instanceof JsonObject object && name(item) != JsonValue.NULL) {
        named.put(name(item), object);
      }
    }
    return named;
  }

  /// Null's own value where it has none.
  private static JsonValue name(JsonValue item) {
    return item instanceof JsonObject object
        ? object.getOrDefault("number", object.getOrDefault("id", JsonValue.NULL))
        : JsonValue.NULL;
  }

  private static boolean isOff(JsonValue item) {
    return item instanceof JsonObject object && object.get(OFF) == JsonValue.TRUE;
  }

  private static JsonValue withoutOff(JsonValue item) {
    return item instanceof JsonObject object && object.get(OFF) == JsonValue.FALSE
        ? Json.createObjectBuilder(object).remove(OFF).build()
        : item;
  }
}
