package smallsteps.storage;

import java.util.function.Function;

/// What keeps: each write is a transaction, and its caller goes on only when it is on disk. To each
/// of them it is as if no other ran beside it.
interface Writes extends AutoCloseable {
  <T> T write(Function<Sql, T> work);

  /// A write that shows whether one gets through, and no more than that: the disk may have room for
  /// so little and not for what people say.
  <T> T tryOut(Function<Sql, T> work);

  @Override
  void close();
}
