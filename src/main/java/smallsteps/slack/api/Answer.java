package smallsteps.slack.api;

import java.util.Optional;
import java.util.function.Function;

/// What came of one call of a Web API method.
public sealed interface Answer<R> {

  record Ok<R>(R value) implements Answer<R> {}

  /// Slack said no, by its error code.
  record Refused<R>(String error) implements Answer<R> {}

  /// Slack has not done it: it was never reached, or asked us to slow down until our time was up.
  record NotSent<R>(String reason) implements Answer<R> {}

  /// Slack may have done it: the answer was lost, or was a fault of Slack's own.
  record Unsure<R>(String reason) implements Answer<R> {}

  /// The reason when Slack's answer lacks what it was asked for.
  String UNREADABLE = "unreadable";

  default <T> Answer<T> map(Function<R, T> read) {
    return read(read.andThen(Optional::of));
  }

  /// An answer without what was asked for is none.
  ///
  /// @param read what was asked for; empty where it isn't there, or is of a shape we can't read
  default <T> Answer<T> read(Function<R, Optional<T>> read) {
    return switch (this) {
      case Ok<R>(R value) ->
          read.apply(value).<Answer<T>>map(Ok::new).orElseGet(() -> new Unsure<>(UNREADABLE));
      case Refused<R>(String error) -> new Refused<>(error);
      case NotSent<R>(String reason) -> new NotSent<>(reason);
      case Unsure<R>(String reason) -> new Unsure<>(reason);
    };
  }

  /// The same, of what went wrong.
  ///
  /// @throws IllegalStateException when all went well
  default <T> Answer<T> failed() {
    return map(_ -> {
      throw new IllegalStateException("Nothing failed");
    });
  }

  default Optional<R> response() {
    return this instanceof Ok<R>(R value) ? Optional.of(value) : Optional.empty();
  }

  /// The error code or the reason; empty when all is well.
  default String problem() {
    return switch (this) {
      case Ok<R> _ -> "";
      case Refused<R>(String error) -> error;
      case NotSent<R>(String reason) -> reason;
      case Unsure<R>(String reason) -> reason;
    };
  }
}
