package smallsteps.spread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smallsteps.User;
import smallsteps.storage.Sql;

/// The table `spread_tag`, in one transaction.
record TagStore(Sql sql) {
  private static final String CLEAR = "DELETE FROM spread_tag WHERE team_id = ? AND user_id = ?";
  private static final String PUT =
      "INSERT INTO spread_tag (team_id, user_id, kind, value) VALUES (?, ?, ?, ?)";
  private static final String OF_USER =
      "SELECT kind, value FROM spread_tag WHERE team_id = ? AND user_id = ? ORDER BY kind";

  /// By kind; a kind without a tag is not there.
  Map<String, String> of(User user) {
    var tags = new HashMap<String, String>();
    list(user).forEach(tag -> tags.put(tag.kind(), tag.value()));
    return tags;
  }

  /// In place of what was there.
  void put(User user, List<Tag> tags) {
    sql.erase(CLEAR, user.teamId(), user.id());
    for (Tag tag : tags) {
      sql.update(PUT, user.teamId(), user.id(), tag.kind(), tag.value());
    }
  }

  int forget(User user) {
    return sql.erase(CLEAR, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return list(user).stream()
        .map(tag -> Map.<String, Object>of("kind", tag.kind(), "value", tag.value()))
        .toList();
  }

  private List<Tag> list(User user) {
    return sql.list(OF_USER, Tag::of, user.teamId(), user.id());
  }
}
