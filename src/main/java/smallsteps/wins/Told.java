package smallsteps.wins;

import java.util.function.Supplier;

/// A win that another room heard of, for the bot to post.
///
/// @param sourceId tells it from others in its channel, so that it is kept and posted once
/// @param sentence how the bot says it, as mrkdwn in the channel's language; asked for when it is
///   kept. Where the first try to post it fails, the bot says it as any other win.
public record Told(Win win, String sourceId, Supplier<String> sentence) {}
