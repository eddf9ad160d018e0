package smallsteps.storage;

import java.sql.SQLException;

/// The store could not do what was asked: a bug in the SQL, a full disk, a damaged file, a server
/// that is away. What it says names tables and columns, never what stands in them.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final StoreFault fault;
  private final boolean mayBeKept;

  StoreException(SQLException cause) {
    this(cause, false);
  }

  private StoreException(SQLException cause, boolean mayBeKept) {
    super(DriverWords.by(cause), DriverWords.isPlain(cause) ? cause : null);
    fault = StoreFault.of(cause);
    this.mayBeKept = mayBeKept;
  }

  /// When the engine itself is at fault, and not what was asked.
  StoreException(StoreFault fault) {
    super(fault.sentence());
    this.fault = fault;
    mayBeKept = false;
  }

  static StoreException atCommit(SQLException cause) {
    return new StoreException(cause, true);
  }

  StoreFault fault() {
    return fault;
  }

  /// Whether nothing of it was kept, and it may be just now.
  boolean isWorthAnotherTry() {
    return fault == StoreFault.COLLIDED || fault == StoreFault.AWAY && !mayBeKept;
  }
}
