package smallsteps.slack.payload;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The texts of a JSON object, and the objects and lists in it that we look into; of a list of
/// objects the first. A blank text is none. It is read as it streams by: a tree of it, or a record
/// made by reflection, takes several times as long, and this is done for whatever anybody says.
record SkimmedJson(
    Map<String, String> texts, Map<String, SkimmedJson> objects, Map<String, List<String>> lists) {
  private static final Set<String> LOOKED_INTO =
      Set.of(
          "payload",
          "authorizations",
          "event",
          "item",
          "message",
          "previous_message",
          "edited",
          "bot_profile",
          "tokens");
  private static final String LISTED = "bot";

  /// @throws IOException when it is no JSON object
  static SkimmedJson read(String json) throws IOException {
    var in = new JsonReader(new StringReader(json));
    SkimmedJson read = read(in);
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("More than one value");
    }
    return read;
  }

  /// Null where there is no text by that name.
  String text(String name) {
    return texts.get(name);
  }

  /// Null where there is none by that name.
  SkimmedJson object(String name) {
    return objects.get(name);
  }

  /// None where there is something else than texts by that name.
  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  private static SkimmedJson read(JsonReader in) throws IOException {
    var read = new SkimmedJson(new HashMap<>(), new HashMap<>(4), new HashMap<>(2));
    in.beginObject();
    while (in.hasNext()) {
      read.readNext(in.nextName(), in);
    }
    in.endObject();
    return read;
  }

  private void put(String name, String text) {
    if (!text.isBlank()) {
      texts.put(name, text);
    }
  }

  private void readNext(String name, JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.STRING) {
      put(name, in.nextString());
    } else if (token == JsonToken.BEGIN_OBJECT && LOOKED_INTO.contains(name)) {
      objects.put(name, read(in));
    } else if (token == JsonToken.BEGIN_ARRAY && LOOKED_INTO.contains(name)) {
      readFirst(name, in);
    } else if (token == JsonToken.BEGIN_ARRAY && name.equals(LISTED)) {
      lists.put(name, readTexts(in));
    } else {
      in.skipValue();
    }
  }

  private void readFirst(String name, JsonReader in) throws IOException {
    in.beginArray();
    if (in.hasNext() && in.peek() == JsonToken.BEGIN_OBJECT) {
      objects.put(name, read(in));
    }
    while (in.hasNext()) {
      in.skipValue();
    }
    in.endArray();
  }

  private static List<String> readTexts(JsonReader in) throws IOException {
    var texts = new ArrayList<String>();
    boolean isOdd = false;
    in.beginArray();
    while (in.hasNext()) {
      if (in.peek() == JsonToken.STRING) {
        texts.add(in.nextString());
      } else {
        isOdd = true;
        in.skipValue();
      }
    }
    in.endArray();
    return isOdd ? List.of() : texts;
  }
}
