package smallsteps.outbox;

import java.util.Optional;
import java.util.Set;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.config.Words;

/// What the one who asked for a message in a channel is told when it does not stand there.
public final class NotPosted {
  private static final String NOT_FOUND = "channel_not_found";
  private static final Set<String> NOT_THERE = Set.of("not_in_channel", NOT_FOUND);

  private NotPosted() {}

  /// As `sorry`, said to the one who asked and waits; nothing where there is nothing to be said.
  ///
  /// @param channelId where they are told; null for where they asked
  public static Reply answer(
      Outcome outcome, boolean isDirect, Words.Sentences say, String channelId) {
    return sorry(outcome, isDirect, say)
        .<Reply>map(content -> new Reply.OnlyYou(content, channelId))
        .orElseGet(Reply::nothing);
  }

  /// Empty where it stands there, or nobody wants it any more.
  ///
  /// @param isDirect whether it was for a direct message, which nobody can invite the bot to
  public static Optional<Content> sorry(Outcome outcome, boolean isDirect, Words.Sentences say) {
    return switch (outcome) {
      case Outcome.Refused(String error) ->
          Optional.of(said(say, NOT_THERE.contains(error) ? notThere(error, isDirect) : "refused"));
      case Outcome.Unsure _ -> Optional.of(said(say, "unsure"));
      case Outcome.NotYet _ -> Optional.of(said(say, "not_yet"));
      case Outcome.Done _, Outcome.Dropped _ -> Optional.empty();
    };
  }

  /// Of a private channel, and of a direct message between several, Slack says that there is none.
  private static String notThere(String error, boolean isDirect) {
    if (isDirect) {
      return "not_there_direct";
    }
    return error.equals(NOT_FOUND) ? "not_found" : "not_there";
  }

  private static Content said(Words.Sentences say, String why) {
    return Content.of(say.say("app.not_posted." + why));
  }
}
