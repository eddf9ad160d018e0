package smallsteps;

/// The bot can't start, or a command can't be done, because of how it is set up. The message is for
/// the person who runs it: what is wrong and how to mend it, no secret in it.
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SetupException(String message) {
    super(message);
  }

  public SetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
