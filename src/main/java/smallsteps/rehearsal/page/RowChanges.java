package smallsteps.rehearsal.page;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;

/// Which rows of the bot's database came, went or changed from one look to the next.
final class RowChanges {
  private static final int KEPT = 200;

  private final State state;
  private final List<JsonObject> changes = new ArrayList<>();
  private Map<String, List<JsonObject>> before;
  private long counted;

  RowChanges(State state) {
    this.state = state;
  }

  /// The first look sees what stands there, and no change.
  synchronized List<JsonObject> since(long id) {
    Map<String, List<JsonObject>> now = state.bot().rows();
    if (before != null) {
      now.forEach((table, rows) -> compare(table, before.getOrDefault(table, List.of()), rows));
    }
    before = now;
    return changes.stream().filter(each -> each.getInt("id") > id).toList();
  }

  private void compare(String table, List<JsonObject> then, List<JsonObject> now) {
    List<JsonObject> gone = new ArrayList<>(then);
    List<JsonObject> come = new ArrayList<>(now);
    gone.removeAll(now);
    come.removeAll(then);
    for (JsonObject row : come) {
      Optional<JsonObject> was = gone.stream().filter(each -> isSame(each, row)).findFirst();
      was.ifPresent(gone::remove);
      add(table, was.orElse(null), row);
    }
    gone.forEach(row -> add(table, row, null));
  }

  /// More than half of it is as it was: a row that changed, and not another one.
  private static boolean isSame(JsonObject was, JsonObject is) {
    long alike = is.keySet().stream().filter(each -> is.get(each).equals(was.get(each))).count();
    return alike * 2 > is.size();
  }

  private void add(String table, JsonObject was, JsonObject is) {
    changes.add(
        new Fields()
            .put("id", ++counted)
            .put("at", state.clock.instant().toEpochMilli())
            .put("table", table)
            .put("before", was == null ? JsonValue.NULL : was)
            .put("after", is == null ? JsonValue.NULL : is)
            .json());
    if (changes.size() > KEPT) {
      changes.removeFirst();
    }
  }
}
