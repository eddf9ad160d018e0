package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The modals that each person has open and the App Home last published for them. */
final class Views {
  /** Slack's limit of modals upon each other. */
  static final int STACK = 3;

  /** A view that lives: its JSON is replaced, its id stays. */
  static final class Open {
    final String userId;
    JsonObject json;
    JsonObject filled = JsonValue.EMPTY_JSON_OBJECT;
    Map<String, String> errors = Map.of();

    Open(String userId, JsonObject json) {
      this.userId = userId;
      this.json = json;
    }

    String id() {
      return Wire.text(json, "id");
    }

    View view() {
      return new View(json, errors);
    }

    /** As payloads show it, with what is filled in. */
    JsonObject withState() {
      JsonObject values = Inputs.values(Wire.children(json, "blocks"), filled);
      return Wire.with(json, "state", Wire.object("values", values));
    }
  }

  private final Map<String, List<Open>> stacks = new HashMap<>();
  private final Map<String, Open> homes = new HashMap<>();

  List<Open> stack(String userId) {
    return stacks.computeIfAbsent(userId, _ -> new ArrayList<>());
  }

  Optional<Open> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  void publish(Open home) {
    homes.put(home.userId, home);
  }

  Optional<Open> find(String viewId) {
    return all().filter(each -> each.id().equals(viewId)).findFirst();
  }

  Optional<Open> findExternal(String externalId) {
    return all().filter(each -> Wire.text(each.json, "external_id").equals(externalId)).findFirst();
  }

  private Stream<Open> all() {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
  }

  /** Takes the topmost away, and all beneath it where the view asks for that. */
  List<Open> close(String userId, boolean all) {
    List<Open> stack = stack(userId);
    List<Open> closed = all ? List.copyOf(stack) : List.of(stack.getLast());
    stack.removeAll(closed);
    return closed;
  }
}
