package smallsteps.app;

import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.UserTable;

/// The rooms over one database, as the bot builds them.
interface Rooms {
  List<Feature> features();

  /// The channels that want nudges.
  List<PlannedChannel> plannedChannels();

  record PlannedChannel(String teamId, String channelId) {}

  default List<Listener> listeners() {
    return features().stream().flatMap(feature -> feature.listeners().stream()).toList();
  }

  default List<UserTable> userTables() {
    return features().stream().flatMap(feature -> feature.userTables().stream()).toList();
  }
}
