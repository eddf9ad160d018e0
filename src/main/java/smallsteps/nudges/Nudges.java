package smallsteps.nudges;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.storage.Database;

/// The nudges for other rooms to read.
public final class Nudges {

  /// The button under a nudge, "I did a small thing"; its value is when the nudge was due.
  public static final String WIN_ACTION = "nudge_win";

  /// The buttons under a nudge, "I have 5 minutes", told apart by what follows a colon; the value
  /// is the minutes, the principle and the prompt's id.
  public static final String MINUTES_ACTION = "microaction_minutes";

  private final Database database;

  public Nudges(Database database) {
    this.database = database;
  }

  /// The nudge that stands under this `ts`.
  public Optional<Nudge> find(MessageId message) {
    return database.read(sql -> new SlotStore(sql).find(message));
  }

  /// The channel's settled nudges, the oldest first.
  ///
  /// @param since those due at this time or later
  /// @param until those due before this time; null for all
  public List<Nudge> of(Channel channel, Instant since, Instant until) {
    return database.read(sql -> new SlotStore(sql).settled(channel, since, until));
  }

  /// Every settled nudge of every workspace, for an export; the oldest first.
  ///
  /// @param since those due at this time or later; null for all
  /// @param until those due before this time; null for all
  /// @param channelId null for every channel
  public List<Nudge> ofAll(Instant since, Instant until, String channelId) {
    return database.read(sql -> new SlotStore(sql).settledOfAll(since, until, channelId));
  }

  /// How many there are in each state, in every workspace.
  public Map<String, Integer> countsOfAll() {
    return database.read(sql -> new SlotStore(sql).countsOfAll());
  }

  /// The channels of every workspace that had a nudge, or were to have one.
  public List<String> channelIdsOfAll() {
    return database.read(sql -> new SlotStore(sql).channelIdsOfAll());
  }
}
