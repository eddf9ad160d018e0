package smallsteps.storage;

import java.sql.SQLException;

/// The store could not do what was asked: a bug in the SQL, a full disk, a damaged file. SQLite's
/// message names tables and columns, never what stands in them.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final StoreFault fault;

  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
    fault = StoreFault.of(cause);
  }

  /// When the file itself is at fault, and not what was asked.
  StoreException(StoreFault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  StoreFault fault() {
    return fault;
  }
}
