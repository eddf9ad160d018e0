package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object written field by field. A null value leaves its field as it is. */
final class Fields {
  private final Map<String, JsonValue> fields;

  Fields() {
    this(JsonValue.EMPTY_JSON_OBJECT);
  }

  Fields(JsonObject base) {
    fields = new LinkedHashMap<>(base);
  }

  Fields put(String name, Object value) {
    if (value != null) {
      fields.put(name, Wire.value(value));
    }
    return this;
  }

  Fields putAll(JsonObject more) {
    fields.putAll(more);
    return this;
  }

  Fields remove(String name) {
    fields.remove(name);
    return this;
  }

  JsonObject json() {
    return (JsonObject) Wire.value(fields);
  }
}
