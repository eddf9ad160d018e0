package smallsteps.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

final class JdbiSql implements Sql {
  private final Handle handle;
  private boolean erases;

  JdbiSql(Handle handle) {
    this.handle = handle;
  }

  @Override
  public int update(String sql, Object... args) {
    try (var update = handle.createUpdate(sql)) {
      return bind(update, args).execute();
    }
  }

  @Override
  public <T> List<T> list(String sql, Function<Row, T> row, Object... args) {
    try (var query = handle.createQuery(sql)) {
      return bind(query, args).map((results, _) -> row.apply(new Row(results))).list();
    }
  }

  @Override
  public void erases() {
    erases = true;
  }

  /// Whether something was erased since this was last asked.
  boolean takeErases() {
    boolean was = erases;
    erases = false;
    return was;
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Object... args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case null -> statement.bind(i, (String) null);
        case Instant at -> statement.bind(i, at.truncatedTo(ChronoUnit.SECONDS).toString());
        case Boolean flag -> statement.bind(i, flag ? 1 : 0);
        case Integer number -> statement.bind(i, number);
        case Long number -> statement.bind(i, number);
        case String text -> statement.bind(i, text);
        default ->
            throw new IllegalArgumentException(
                "No column type for argument " + i + ", a " + args[i].getClass().getName());
      }
    }
    return statement;
  }
}
