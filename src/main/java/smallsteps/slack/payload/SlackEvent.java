package smallsteps.slack.payload;

import java.util.List;
import java.util.Optional;

/// What we read of an event, in Slack's names; whatever else it carries is passed over. All may be
/// null.
///
/// @param revokedBots the bot users whose tokens are good no more; never null
public record SlackEvent(
    String type,
    String subtype,
    String user,
    String inviter,
    String actorId,
    String botId,
    boolean hasBotProfile,
    String channel,
    String oldChannelId,
    String newChannelId,
    String ts,
    String threadTs,
    String text,
    String eventTs,
    String reaction,
    Item item,
    String deletedTs,
    String tab,
    Message message,
    Message previousMessage,
    List<String> revokedBots) {

  /// The installation that is told of it.
  public record Authorization(String teamId, String enterpriseId) {
    private static Authorization of(SkimmedJson told) {
      return told == null
          ? null
          : new Authorization(told.text("team_id"), told.text("enterprise_id"));
    }
  }

  /// The outside of an event.
  ///
  /// @param authorization the first that is named; Slack names one
  public record Envelope(
      String teamId,
      String contextTeamId,
      String enterpriseId,
      Authorization authorization,
      SlackEvent event) {
    private static final String TYPE = "event_callback";

    /// Empty where nothing is told of: then it is no event.
    ///
    /// @param fields null for nothing
    static Optional<Envelope> of(SkimmedJson fields) {
      boolean isEvent = fields != null && TYPE.equals(fields.text("type"));
      return isEvent && fields.object("event") != null
          ? Optional.of(
              new Envelope(
                  fields.text("team_id"),
                  fields.text("context_team_id"),
                  fields.text("enterprise_id"),
                  Authorization.of(fields.object("authorizations")),
                  SlackEvent.of(fields.object("event"))))
          : Optional.empty();
    }
  }

  /// What a reaction stands under.
  public record Item(String channel, String ts) {
    private static Item of(SkimmedJson item) {
      return item == null ? null : new Item(item.text("channel"), item.text("ts"));
    }
  }

  /// A message inside the event of its change.
  public record Message(
      String subtype,
      String user,
      String botId,
      boolean hasBotProfile,
      String ts,
      String threadTs,
      String text,
      Edited edited) {

    private static Message of(SkimmedJson message) {
      return message == null
          ? null
          : new Message(
              message.text("subtype"),
              message.text("user"),
              message.text("bot_id"),
              message.object("bot_profile") != null,
              message.text("ts"),
              message.text("thread_ts"),
              message.text("text"),
              Edited.of(message.object("edited")));
    }

    /// Null where it stands in the channel.
    public String parent() {
      return PostedMessage.parent(threadTs, ts);
    }
  }

  /// Null where its author has changed nothing.
  record Edited(String ts) {
    private static Edited of(SkimmedJson edited) {
      return edited == null ? null : new Edited(edited.text("ts"));
    }
  }

  /// Of what is said; null where it stands in the channel.
  public String parent() {
    return PostedMessage.parent(threadTs, ts);
  }

  private static SlackEvent of(SkimmedJson event) {
    return new SlackEvent(
        event.text("type"),
        event.text("subtype"),
        event.text("user"),
        event.text("inviter"),
        event.text("actor_id"),
        event.text("bot_id"),
        event.object("bot_profile") != null,
        event.text("channel"),
        event.text("old_channel_id"),
        event.text("new_channel_id"),
        event.text("ts"),
        event.text("thread_ts"),
        event.text("text"),
        event.text("event_ts"),
        event.text("reaction"),
        Item.of(event.object("item")),
        event.text("deleted_ts"),
        event.text("tab"),
        Message.of(event.object("message")),
        Message.of(event.object("previous_message")),
        event.object("tokens") == null ? List.of() : event.object("tokens").list("bot"));
  }
}
