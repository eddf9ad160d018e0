package smallsteps.slack.payload;

import com.slack.api.model.Message;
import java.util.Objects;
import java.util.Set;

/// Who wrote a message, as Slack names it. Apps, workflows and Slackbot write too, and are nobody
/// who does a small thing.
///
/// @param isApp Slack names an app beside it
public record Author(String userId, String subtype, boolean isApp) {
  private static final String SLACKBOT = "USLACKBOT";

  /// What people say, alone or with a file, in a channel or from a thread to the channel as well.
  private static final Set<String> SAID = Set.of("", "thread_broadcast", "file_share");

  public static Author of(SlackEvent event) {
    return new Author(
        event.user(), event.subtype(), event.botId() != null || event.hasBotProfile());
  }

  public static Author of(SlackEvent.Message message) {
    return new Author(
        message.user(), message.subtype(), message.botId() != null || message.hasBotProfile());
  }

  public static Author of(Message message) {
    return new Author(
        message.getUser(),
        message.getSubtype(),
        message.getBotId() != null || message.getBotProfile() != null);
  }

  /// Whether a person has said it.
  ///
  /// @param botUserId our own
  public boolean isSaid(String botUserId) {
    return SAID.contains(Objects.requireNonNullElse(subtype, "")) && isPerson(botUserId);
  }

  /// Whether a person is behind it, however it came about.
  public boolean isPerson(String botUserId) {
    return !isApp && isPerson(userId, botUserId);
  }

  public static boolean isPerson(String userId, String botUserId) {
    return userId != null && !userId.equals(SLACKBOT) && !userId.equals(botUserId);
  }
}
