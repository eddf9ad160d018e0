package smallsteps.storage;

/// A write could not be put on disk in time, and was not kept. Worth another try later.
public final class StoreBusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreBusyException(String message) {
    super(message);
  }
}
