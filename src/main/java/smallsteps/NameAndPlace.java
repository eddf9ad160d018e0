package smallsteps;

/// What a log may tell of an exception: what it is and where it was thrown. Its message may hold
/// somebody's words, or a token.
public final class NameAndPlace {
  private NameAndPlace() {}

  public static String of(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String cause = e.getCause() == null ? "" : ", caused by " + e.getCause().getClass().getName();
    return e.getClass().getName() + place + cause;
  }
}
