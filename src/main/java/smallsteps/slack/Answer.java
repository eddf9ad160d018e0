package smallsteps.slack;

import java.util.Optional;
import java.util.function.Function;

/// What came of one call of a Web API method.
sealed interface Answer<R> {

  record Ok<R>(R value) implements Answer<R> {}

  /// Slack said no, by its error code.
  record Refused<R>(String error) implements Answer<R> {}

  /// Slack has not done it: it was never reached, or asked us to slow down until our time was up.
  record NotSent<R>(String reason) implements Answer<R> {}

  /// Slack may have done it: the answer was lost, or was a fault of Slack's own.
  record Unsure<R>(String reason) implements Answer<R> {}

  default <T> Answer<T> map(Function<R, T> read) {
    return switch (this) {
      case Ok<R>(R value) -> new Ok<>(read.apply(value));
      case Refused<R>(String error) -> new Refused<>(error);
      case NotSent<R>(String reason) -> new NotSent<>(reason);
      case Unsure<R>(String reason) -> new Unsure<>(reason);
    };
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
