package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.rehearsal.blocks.Inputs;
import smallsteps.rehearsal.wire.Wire;

/// The modals that each person has open and the App Home last published for them.
public final class Views {
  /// Slack's limit of modals upon each other.
  public static final int STACK = 3;

  /// A view that lives: its JSON is replaced, its id stays.
  public static final class Open {
    private final String userId;
    private JsonObject json;
    private JsonObject filled = JsonValue.EMPTY_JSON_OBJECT;
    private Map<String, String> errors = Map.of();

    public Open(String userId, JsonObject json) {
      this.userId = userId;
      this.json = json;
    }

    public String userId() {
      return userId;
    }

    public JsonObject json() {
      return json;
    }

    /// By `block_id` and `action_id`.
    public JsonObject filled() {
      return filled;
    }

    /// By `block_id`.
    public Map<String, String> errors() {
      return errors;
    }

    /// What was wrong is wrong no more.
    public void replace(JsonObject view) {
      json = view;
      errors = Map.of();
    }

    public void fill(JsonObject values) {
      filled = values;
    }

    public void refuse(Map<String, String> wrong) {
      errors = wrong;
    }

    public String id() {
      return Wire.text(json, "id");
    }

    public View view() {
      return new View(json, errors);
    }

    /// As payloads show it, with what is filled in.
    public JsonObject withState() {
      JsonObject values = Inputs.values(Wire.children(json, "blocks"), filled);
      return Wire.with(json, "state", Wire.object("values", values));
    }
  }

  private final Map<String, List<Open>> stacks = new HashMap<>();
  private final Map<String, Open> homes = new HashMap<>();

  public List<Open> stack(String userId) {
    return stacks.computeIfAbsent(userId, _ -> new ArrayList<>());
  }

  public Optional<Open> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  public void publish(Open home) {
    homes.put(home.userId, home);
  }

  public Optional<Open> find(String viewId) {
    return all().filter(each -> each.id().equals(viewId)).findFirst();
  }

  public Optional<Open> findExternal(String externalId) {
    return all().filter(each -> Wire.text(each.json, "external_id").equals(externalId)).findFirst();
  }

  private Stream<Open> all() {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
  }

  /// Takes the topmost away, and all beneath it where the view asks for that.
  public List<Open> close(String userId, boolean all) {
    List<Open> stack = stack(userId);
    List<Open> closed = all ? List.copyOf(stack) : List.of(stack.getLast());
    stack.removeAll(closed);
    return closed;
  }
}
