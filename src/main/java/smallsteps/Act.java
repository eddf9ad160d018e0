package smallsteps;

import com.slack.api.model.view.View;
import java.util.Map;
import java.util.function.Function;

/// Something that is to be done in Slack.
public sealed interface Act {

  /// A message by the bot.
  ///
  /// @param channelId a channel, or a person's id for what only they get
  /// @param threadTs the thread it goes to; null for the channel itself
  /// @param metadata what the message carries unseen, so that it is found again where the answer
  ///   was lost; null where nobody may look, as in a message to one person
  record Post(String channelId, String threadTs, Content content, Metadata metadata)
      implements Act {}

  /// Slack's message metadata. Everybody in the workspace can read it: nothing private in here.
  record Metadata(String eventType, Map<String, String> payload) {}

  /// Puts another text in place of one that the bot posted.
  record Edit(MessageId message, Content content) implements Act {}

  /// Takes a message away that the bot posted.
  record Delete(MessageId message) implements Act {}

  /// The bot's own reaction under a message.
  record React(MessageId message, String emoji) implements Act {}

  /// Takes the bot's own reaction away again.
  record Unreact(MessageId message, String emoji) implements Act {}

  /// Shows a person their App Home, in the language that they read by then.
  record ShowHome(User user, Function<Language, View> view) implements Act {}
}
