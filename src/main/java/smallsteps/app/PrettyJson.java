package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/// JSON for people to read, with a line break at its end.
final class PrettyJson {
  private PrettyJson() {}

  static String of(JsonObject object) {
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString().strip() + "\n";
  }
}
