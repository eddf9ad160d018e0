package smallsteps.storage;

import java.sql.SQLException;

/// The store could not do what was asked: a bug in the SQL, a full disk, a damaged file. SQLite's
/// message names tables and columns, never what stands in them.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
