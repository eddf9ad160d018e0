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

  /// A message that only the one who asked sees.
  ///
  /// @param channelId where it shows; null for the channel of the request
  record OnlyYou(Content content, String channelId) implements Reply {}

  /// Puts another text in place of the message whose button was pressed.
  record Replace(Content content) implements Reply {}

  /// A message to a channel, after the request is acknowledged.
  ///
  /// @param told what is answered once it is known how that went
  record Send(Post post, Function<Outcome, Reply> told) implements Reply {
    public Send(Post post) {
      this(post, _ -> nothing());
    }
  }

  /// The bot's own reaction under a message.
  record React(MessageId message, String emoji) implements Reply {}

  /// Takes the bot's own reaction away again.
  record Unreact(MessageId message, String emoji) implements Reply {}

  /// Puts another text in place of one that the bot posted.
  record EditMessage(MessageId message, Content content) implements Reply {}

  /// Takes messages away that the bot posted, one after the other, however long it takes.
  record DeleteMessages(List<MessageId> messages) implements Reply {}

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

  /// The person's App Home. While they may still be looking at it, it is made anew and shown again
  /// after whatever they do, in the language that they read by then.
  record ShowHome(Function<Language, View> view) implements Reply {}

  /// Asks Slack which reactions a message has now. `read` is not called where we may not look.
  record ReadReactions(MessageId message, Consumer<List<Given>> read) implements Reply {

    /// @param emoji the name without colons, skin tone kept: `+1::skin-tone-3`
    public record Given(String emoji, List<String> userIds) {}
  }

  /// Something that may wait for Slack, done once Slack has its ack. It is lost when the bot ends
  /// before: only for what is made up for otherwise.
  ///
  /// @param what it is, for the log
  record Afterwards(String what, Runnable work) implements Reply {}

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
