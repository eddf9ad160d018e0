package smallsteps.rehearsal.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// A JSON object written field by field. A null value leaves its field as it is.
public final class Fields {
  private final Map<String, JsonValue> fields;

  public Fields() {
    this(JsonValue.EMPTY_JSON_OBJECT);
  }

  public Fields(JsonObject base) {
    fields = new LinkedHashMap<>(base);
  }

  public Fields put(String name, Object value) {
    if (value != null) {
      fields.put(name, Wire.value(value));
    }
    return this;
  }

  public Fields putAll(JsonObject more) {
    fields.putAll(more);
    return this;
  }

  public Fields remove(String name) {
    fields.remove(name);
    return this;
  }

  public JsonObject json() {
    return (JsonObject) Wire.value(fields);
  }
}
