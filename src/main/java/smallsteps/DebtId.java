package smallsteps;

/// Names one thing that the bot owes Slack.
///
/// @param kind of which a room knows what it is
/// @param channelId where it goes: a channel, or a person's id for what only they get
/// @param subject what it is about, by the room's own key; never what somebody wrote
public record DebtId(String teamId, String kind, String channelId, String subject) {}
