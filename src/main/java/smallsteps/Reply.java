package smallsteps;

import com.slack.api.model.view.View;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a room answers to a request.
public sealed interface Reply {

  /// Heard, and nothing to say.
  record Nothing() implements Reply {}

  /// Heard, and something is kept of it; nothing to say.
  record Kept() implements Reply {}

  /// A message that only the one who asked sees.
  ///
  /// @param channelId where it shows; null for the channel of the request
  record OnlyYou(Content content, String channelId) implements Reply {}

  /// The same for whoever said something that asked for no answer: of them it is not known yet what
  /// they read.
  ///
  /// @param channelId where it shows
  record Aside(Function<Language, Content> content, String channelId) implements Reply {}

  /// Puts another text in place of the message whose button was pressed.
  record Replace(Content content) implements Reply {}

  /// Waits to hear how it goes with something that the bot owes Slack since this request.
  ///
  /// @param answer hears the end of the first try, and another only where it came to nothing after
  ///   all
  record Awaiting(DebtId debt, Function<Outcome, Reply> answer) implements Reply {}

  /// Opens a modal; as the answer to a submission, or to something used in a modal, it takes that
  /// one's place.
  ///
  /// @param instead what only this person sees where no view could be opened; null for a plain "try
  ///   again"
  record OpenView(View view, Content instead) implements Reply {
    public OpenView(View view) {
      this(view, null);
    }

    public OpenView or(Content other) {
      return new OpenView(view, other);
    }
  }

  /// A modal's mistakes, by `block_id`, shown beside their fields. The modal stays open.
  record ViewErrors(Map<String, String> errors) implements Reply {}

  /// What an external select offers, 100 at most.
  record Offer(List<Option> options) implements Reply {
    public record Option(String text, String value) {}
  }

  /// Asks Slack which reactions a message has now. `read` is not called where we may not look.
  record ReadReactions(MessageId message, Consumer<List<Given>> read) implements Reply {

    /// @param emoji the name without colons, skin tone kept: `+1::skin-tone-3`
    public record Given(String emoji, List<String> userIds) {}
  }

  /// Something that may wait for Slack, done once Slack has its ack. It is lost when the bot ends
  /// before: only for what is made up for otherwise.
  record Afterwards(Runnable work) implements Reply {}

  /// Several answers, in this order.
  record All(List<Reply> replies) implements Reply {}

  static Reply nothing() {
    return new Nothing();
  }

  static Reply onlyYou(Content content) {
    return new OnlyYou(content, null);
  }

  static Reply all(Reply... replies) {
    return new All(List.of(replies));
  }
}
