package smallsteps.slack.reply;

import static smallsteps.MalformedException.need;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import smallsteps.User;

/// Where a request came from, and the short-lived ways back to it.
///
/// @param channelId null where there is none
/// @param triggerId opens a view within 3 seconds; null where there is none
/// @param responseUrl takes answers for 30 minutes; null where there is none
/// @param modalId the modal that something was used in; null elsewhere
public record Origin(
    Kind kind, User user, String channelId, String triggerId, String responseUrl, String modalId) {

  private Origin(Kind kind, User user, String channelId, String triggerId, String responseUrl) {
    this(kind, user, channelId, triggerId, responseUrl, null);
  }

  public enum Kind {
    /// The ack may carry a message that only this person sees.
    COMMAND,
    /// The ack may carry errors, or another view.
    SUBMISSION,
    /// The ack is empty, or an offer of options; there may be a response_url.
    INTERACTION,
    /// The ack is empty, and there is nobody waiting.
    EVENT
  }

  public static Origin event(User user, String channelId) {
    return new Origin(Kind.EVENT, user, channelId, null, null);
  }

  /// @param team the workspace by which all of it is kept, as for the others
  public static Origin of(SlashCommandPayload from, String team) {
    var user = new User(team, from.getUserId());
    return new Origin(
        Kind.COMMAND, user, from.getChannelId(), from.getTriggerId(), from.getResponseUrl());
  }

  public static Origin of(MessageShortcutPayload from, String team) {
    var user = new User(team, need("user", from.getUser()).getId());
    String channelId = need("channel", from.getChannel()).getId();
    return new Origin(
        Kind.INTERACTION, user, channelId, from.getTriggerId(), from.getResponseUrl());
  }

  public static Origin of(GlobalShortcutPayload from, String team) {
    var user = new User(team, need("user", from.getUser()).getId());
    return new Origin(Kind.INTERACTION, user, null, from.getTriggerId(), null);
  }

  public static Origin of(ViewSubmissionPayload from, String team) {
    var user = new User(team, need("user", from.getUser()).getId());
    return new Origin(Kind.SUBMISSION, user, null, from.getTriggerId(), null);
  }

  public static Origin of(BlockActionPayload from, String team) {
    var user = new User(team, need("user", from.getUser()).getId());
    String channelId = from.getChannel() == null ? null : from.getChannel().getId();
    return new Origin(
        Kind.INTERACTION,
        user,
        channelId,
        from.getTriggerId(),
        from.getResponseUrl(),
        modalId(from.getView()));
  }

  public static Origin of(BlockSuggestionPayload from, String team) {
    var user = new User(team, need("user", from.getUser()).getId());
    String channelId = from.getChannel() == null ? null : from.getChannel().getId();
    return new Origin(Kind.INTERACTION, user, channelId, null, null);
  }

  private static String modalId(View view) {
    return view != null && "modal".equals(view.getType()) ? view.getId() : null;
  }
}
