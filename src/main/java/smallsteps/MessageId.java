package smallsteps;

/// Where a message stands. `ts` stays text: `1700000000.000100` is a name, not a number.
public record MessageId(String teamId, String channelId, String ts) {
  public MessageId {
    MalformedException.part("team", teamId);
    MalformedException.part("channel", channelId);
    MalformedException.ts("ts", ts);
  }
}
