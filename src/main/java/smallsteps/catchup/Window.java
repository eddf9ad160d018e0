package smallsteps.catchup;

import java.time.Duration;
import java.time.Instant;
import smallsteps.Channel;
import smallsteps.MessageId;

/// Which part of a channel is read again.
///
/// @param since what happened before this was heard when it happened
record Window(Channel channel, Instant since) {

  /// What is that fresh may be under way by itself; and the clocks of Slack and of this machine may
  /// differ by this much.
  static final Duration FRESH = Duration.ofMinutes(5);

  private static final Duration LOOK_BACK = Duration.ofDays(14);

  /// A nudge's thread goes on for longer than others.
  private static final Duration NUDGES_LOOK_BACK = Duration.ofDays(35);

  static Window after(Channel channel, Instant heardUntil) {
    return new Window(channel, heardUntil.minus(FRESH));
  }

  /// From when on everything is read. Where `heardUntil` is of a clock that was ahead, nobody knows
  /// what was heard, and two weeks are read, of what was said since `planned`.
  static Instant since(Instant heardUntil, Instant planned, Instant now) {
    if (!heardUntil.isAfter(now.plus(FRESH))) {
      return heardUntil;
    }
    Instant longAgo = now.minus(LOOK_BACK);
    return planned.isAfter(longAgo) && !planned.isAfter(now) ? planned : longAgo;
  }

  static String ts(Instant instant) {
    return instant.getEpochSecond() + ".000000";
  }

  String sinceTs() {
    return ts(since);
  }

  String oldest() {
    return ts(since.minus(LOOK_BACK));
  }

  Instant oldestNudge() {
    return since.minus(NUDGES_LOOK_BACK);
  }

  boolean isMissable(String ts) {
    return ts.compareTo(sinceTs()) > 0;
  }

  MessageId message(String ts) {
    return new MessageId(channel.teamId(), channel.id(), ts);
  }
}
