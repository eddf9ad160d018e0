package smallsteps.supervision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;

/// Tells of every thread of the process that ends by an exception, a library's too: by place. Java
/// would print the message, which may hold somebody's words.
public final class Uncaught {
  private static final Logger log = LoggerFactory.getLogger(Uncaught.class);

  private Uncaught() {}

  /// From now on.
  public static void tell() {
    Thread.setDefaultUncaughtExceptionHandler((thread, end) ->
        log.error("The thread {} ended: {}", thread.getName(), NameAndPlace.of(end)));
  }
}
