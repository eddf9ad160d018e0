package smallsteps.slack.api;

import java.time.Duration;

/// What Slack lets pass of each method, and of messages to each channel, kept by our own pace.
final class Limits {
  /// Slack's tiers, a minute and workspace: 50 and more, 100 and more; it lets bursts pass.
  private static final CallPace.Limit TIER_3 = new CallPace.Limit(Duration.ofMillis(1200), 40);

  /// One and more a minute, and bursts: who asks for a connection again and again asks more and
  /// more seldom.
  private static final CallPace.Limit TIER_1 = new CallPace.Limit(Duration.ofSeconds(1), 2);

  /// Of tier 3 as well. There may be very much to read, and nobody waits for it: no more than Slack
  /// promises, also in the first minute.
  private static final CallPace.Limit READING = new CallPace.Limit(Duration.ofSeconds(2), 20);

  private static final CallPace.Limit TIER_4 = new CallPace.Limit(Duration.ofMillis(600), 80);

  /// Slack allows a message a second and channel, and some hundreds a minute in a workspace.
  private static final CallPace.Limit A_CHANNELS = new CallPace.Limit(Duration.ofSeconds(1), 3);

  private static final CallPace.Limit ALL_CHANNELS = new CallPace.Limit(Duration.ofMillis(250), 5);
  private static final String POST = "chat.postMessage";

  private final CallPace pace;

  Limits(CallPace pace) {
    this.pace = pace;
  }

  /// How long to wait until the call may go out, in nanoseconds; -1 when that is longer than
  /// `patience`.
  long reserve(String method, String channel, Duration patience) {
    long channels =
        method.equals(POST) ? pace.reserve(kind(method, channel), A_CHANNELS, patience) : 0;
    long all = channels < 0 ? -1 : pace.reserve(method, limit(method), patience);
    return all < 0 ? -1 : Math.max(channels, all);
  }

  /// The same for something that goes slower than Slack would let it.
  long reserve(String kind, CallPace.Limit limit, Duration patience) {
    return pace.reserve(kind, limit, patience);
  }

  boolean isChannelBusy(String method, String channel, Duration patience) {
    return method.equals(POST) && pace.isBusy(kind(method, channel), A_CHANNELS, patience);
  }

  boolean isPaused(String method, String channel) {
    return pace.isPaused(method) || pace.isPaused(kind(method, channel));
  }

  /// Slack doesn't say which limit it was; where the channel was quiet it wasn't the channel's.
  void pause(String method, String channel, Duration asked) {
    boolean isChannels = method.equals(POST) && !pace.isQuiet(kind(method, channel), A_CHANNELS);
    pace.pause(isChannels ? kind(method, channel) : method, asked);
  }

  private static String kind(String method, String channel) {
    return method + " " + channel;
  }

  private static CallPace.Limit limit(String method) {
    return switch (method) {
      case POST -> ALL_CHANNELS;
      case "apps.connections.open" -> TIER_1;
      case "conversations.history", "conversations.replies" -> READING;
      case "users.info", "views.open", "views.update", "views.publish", "chat.postEphemeral" ->
          TIER_4;
      default -> TIER_3;
    };
  }
}
