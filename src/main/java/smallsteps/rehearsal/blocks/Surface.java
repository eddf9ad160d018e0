package smallsteps.rehearsal.blocks;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import smallsteps.rehearsal.wire.Wire;

/// What a person finds in blocks: words to read, elements to press or fill in.
public final class Surface {
  private static final Set<String> SILENT =
      Set.of("block_id", "action_id", "type", "value", "style", "url", "image_url", "callback_id");

  /// An interactive element and the block it stands in.
  public record Element(JsonObject block, JsonObject json) {
    public String blockId() {
      return Wire.text(block, "block_id");
    }

    public String actionId() {
      return Wire.text(json, "action_id");
    }

    public String type() {
      return Wire.text(json, "type");
    }

    public boolean isInput() {
      return Wire.text(block, "type").equals("input");
    }
  }

  private Surface() {}

  public static List<String> words(List<JsonObject> blocks) {
    List<String> words = new ArrayList<>();
    blocks.forEach(block -> gather(block, words));
    return words;
  }

  private static void gather(JsonObject part, List<String> words) {
    boolean isEmoji = Wire.text(part, "type").equals("emoji");
    part.forEach((name, value) -> {
      if (value instanceof JsonObject child) {
        gather(child, words);
      } else if (value instanceof JsonArray children) {
        children.forEach(each -> {
          if (each instanceof JsonObject child) {
            gather(child, words);
          }
        });
      } else if (value instanceof JsonString text && isRead(name, isEmoji)) {
        words.add(isEmoji ? ":" + text.getString() + ":" : text.getString());
      }
    });
  }

  private static boolean isRead(String name, boolean isEmoji) {
    return isEmoji
        ? name.equals("name")
        : Set.of("text", "alt_text", "initial_value", "title", "user_id").contains(name)
            && !SILENT.contains(name);
  }

  public static List<String> actionIds(List<JsonObject> blocks) {
    return elements(blocks).stream().map(Element::actionId).toList();
  }

  public static List<Element> elements(List<JsonObject> blocks) {
    List<Element> elements = new ArrayList<>();
    for (JsonObject block : blocks) {
      walk(block, (_, part) -> add(elements, block, part));
    }
    return elements;
  }

  private static void add(List<Element> elements, JsonObject block, JsonObject part) {
    if (part.get("action_id") instanceof JsonString) {
      elements.add(new Element(block, part));
    }
  }

  /// Each object under the block, with the JSON pointer to it from there.
  static void walk(JsonObject part, BiConsumer<String, JsonObject> seen) {
    walk("", part, seen);
  }

  private static void walk(String at, JsonValue part, BiConsumer<String, JsonObject> seen) {
    if (part instanceof JsonObject object) {
      seen.accept(at, object);
      object.forEach((name, child) -> walk(at + "/" + name, child, seen));
    } else if (part instanceof JsonArray children) {
      for (int i = 0; i < children.size(); i++) {
        walk(at + "/" + i, children.get(i), seen);
      }
    }
  }

  /// A blank block id or value stands for any.
  public static Optional<Element> find(
      List<JsonObject> blocks, String blockId, String actionId, String value) {
    return elements(blocks).stream()
        .filter(each -> each.actionId().equals(actionId))
        .filter(each -> blockId.isEmpty() || each.blockId().equals(blockId))
        .filter(each -> value.isEmpty() || Wire.text(each.json(), "value").equals(value))
        .findFirst();
  }
}
