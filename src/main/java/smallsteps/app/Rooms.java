package smallsteps.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.ChosenLanguages;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.UserTable;
import smallsteps.config.Commands;

/// The rooms over one database, as the bot builds them.
interface Rooms {
  List<Feature> features();

  /// The channels of every workspace that want nudges.
  List<Channel> plannedChannelsOfAll();

  /// What people have chosen to read.
  ChosenLanguages chosenLanguages();

  /// When the next nudge comes, of all that are planned.
  default Optional<Instant> nextNudge() {
    return Optional.empty();
  }

  /// How much is kept; walks through what it counts.
  default Kept kept() {
    return new Kept(0, Map.of());
  }

  /// @param nudges by state
  record Kept(int wins, Map<String, Integer> nudges) {}

  /// What the team calls the commands.
  default Commands commands() {
    return Commands.SHIPPED;
  }

  default List<Listener> listeners() {
    return features().stream()
        .flatMap(feature -> feature.listeners().stream())
        .map(this::named)
        .toList();
  }

  private Listener named(Listener listener) {
    return listener instanceof Listener.Command(var name, var words, var answer)
        ? new Listener.Command(commands().named(name), words, answer)
        : listener;
  }

  /// Every table that knows of people.
  List<UserTable> userTables();
}
