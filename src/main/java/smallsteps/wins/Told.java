package smallsteps.wins;

/// A win that another room heard of, for the bot to post.
///
/// @param sourceId tells it from others in its channel, so that it is kept and posted once
public record Told(Win win, String sourceId) {}
