package smallsteps.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// SQL inside one transaction, with `?` for the arguments. An `Instant` is kept as UTC text in
/// whole seconds, a `Boolean` as 0 or 1; null, text and numbers as they are.
public interface Sql {

  /// The pieces that its engine says in its own way.
  Dialect dialect();

  /// How many rows it changed.
  int update(String sql, Object... args);

  <T> List<T> list(String sql, Function<Row, T> row, Object... args);

  default <T> Optional<T> first(String sql, Function<Row, T> row, Object... args) {
    return list(sql, row, args).stream().findFirst();
  }

  /// An update that takes away what somebody wrote: after the commit the engine does what it can,
  /// so that the words are gone from the disk and not only from the table.
  int erase(String sql, Object... args);
}
