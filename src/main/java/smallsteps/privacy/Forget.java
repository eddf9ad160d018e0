package smallsteps.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.User;
import smallsteps.UserTable;

/// Erases what is kept of a person, in every table that knows of people.
public final class Forget {
  private final List<UserTable> tables;

  public Forget(List<UserTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /// How many rows it concerned, by table; also the tables where it was none.
  public Map<String, Integer> forget(User user) {
    var counts = new LinkedHashMap<String, Integer>();
    for (UserTable table : tables) {
      counts.merge(table.name(), table.forget().applyAsInt(user), Integer::sum);
    }
    return counts;
  }
}
