package smallsteps;

/// Where a message stands. `ts` stays text: `1700000000.000100` is a name, not a number. What does
/// not stand anywhere yet has none: null.
public record MessageId(String teamId, String channelId, String ts) {
  public Channel channel() {
    return new Channel(teamId, channelId);
  }
}
