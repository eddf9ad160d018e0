package smallsteps.slack;

/// What we read of an event, in Slack's names; whatever else it carries is passed over. All may be
/// null.
record SlackEvent(
    String type,
    String subtype,
    String user,
    String botId,
    String channel,
    String ts,
    String threadTs,
    String text,
    String eventTs,
    String reaction,
    Item item,
    String deletedTs,
    Message message,
    Message previousMessage) {

  /// The outside of an event.
  record Envelope(SlackEvent event) {}

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

  record Edited(String ts) {}
}
