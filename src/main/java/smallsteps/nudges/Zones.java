package smallsteps.nudges;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Time zones as people type them: by id in any case, or by the city alone.
final class Zones {
  private static final int SUGGESTED = 3;

  /// Continents and oceans: the ids that people know.
  private static final Set<String> REGIONS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private static final Map<String, String> IDS = new HashMap<>();
  private static final Map<String, String> CITIES = new LinkedHashMap<>();

  static {
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      String lower = id.toLowerCase(Locale.ROOT);
      IDS.put(lower, id);
      if (REGIONS.contains(id.replaceAll("/.*", ""))) {
        CITIES.putIfAbsent(lower.substring(lower.lastIndexOf('/') + 1), id);
      }
    }
  }

  private Zones() {}

  static Optional<ZoneId> find(Typed word) {
    String id = IDS.getOrDefault(word.plain(), CITIES.get(word.plain()));
    return Optional.ofNullable(id).map(ZoneId::of);
  }

  /// The real ids that look most like it, by their whole or by their city.
  static List<String> near(Typed word) {
    String city = word.plain().substring(word.plain().lastIndexOf('/') + 1);
    var near = new LinkedHashSet<String>();
    Optional.ofNullable(CITIES.get(city)).ifPresent(near::add);
    Spelling.near(city, CITIES.keySet(), SUGGESTED).forEach(found -> near.add(CITIES.get(found)));
    Spelling.near(word.plain(), IDS.keySet(), SUGGESTED).forEach(id -> near.add(IDS.get(id)));
    return near.stream().limit(SUGGESTED).toList();
  }
}
