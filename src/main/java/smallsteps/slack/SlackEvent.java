package smallsteps.slack;

import java.util.List;

/// What we read of an event, in Slack's names; whatever else it carries is passed over. All may be
/// null.
record SlackEvent(
    String type,
    String subtype,
    String user,
    String inviter,
    String actorId,
    String botId,
    String channel,
    String ts,
    String threadTs,
    String text,
    String eventTs,
    String reaction,
    Item item,
    String deletedTs,
    String tab,
    Message message,
    Message previousMessage) {

  /// The outside of an event.
  record Envelope(
      String type, String teamId, List<Authorization> authorizations, SlackEvent event) {

    /// The workspace that we are installed in. In a channel shared with another organisation the
    /// outermost `team_id` may be the other's.
    String team() {
      return authorizations == null || authorizations.isEmpty()
          ? teamId
          : authorizations.getFirst().teamId();
    }
  }

  record Authorization(String teamId) {}

  /// What a reaction stands under.
  record Item(String channel, String ts) {}

  /// A message inside the event of its change.
  record Message(
      String subtype,
      String user,
      String botId,
      String ts,
      String threadTs,
      String text,
      Edited edited) {}

  /// Null where its author has changed nothing.
  record Edited(String ts) {}
}
