package smallsteps.plans;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Spaces;

/// Time zones as people type them: by id in any case, or by the city alone.
final class Zones {
  private static final int SUGGESTED = 3;
  private static final int OFFERED = 100;

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

  private static final Map<String, String> IDS = new LinkedHashMap<>();
  private static final Map<String, String> CITIES = new LinkedHashMap<>();

  static {
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      Typed typed = Typed.of(id);
      if (Offsets.looksLikeOne(typed)) {
        continue; // one of those that stand in the tables for old times' sake
      }
      String plain = typed.plain();
      IDS.put(plain, id);
      if (REGIONS.contains(id.replaceAll("/.*", ""))) {
        CITIES.putIfAbsent(plain.substring(plain.lastIndexOf('/') + 1), id);
      }
    }
  }

  private Zones() {}

  static Optional<ZoneId> find(Typed word) {
    String id = IDS.getOrDefault(word.plain(), CITIES.get(word.plain()));
    return Optional.ofNullable(id).map(ZoneId::of);
  }

  /// What to choose from while somebody types, at most a hundred. Nothing typed: the person's own
  /// zone, the bot's, and those of the same continent.
  ///
  /// @param own null where it is not known
  static List<String> offer(String typed, ZoneId own, ZoneId usual) {
    Typed word = Typed.of(Spaces.strip(typed));
    String wanted = word.plain().replace(' ', '_');
    var first = new LinkedHashSet<String>();
    Offsets.find(word)
        .ifPresent(offset -> first.addAll(Offsets.near(offset, own == null ? usual : own)));
    Stream.of(Optional.ofNullable(own), Optional.of(usual))
        .flatMap(Optional::stream)
        .map(ZoneId::getId)
        .filter(id -> Typed.plain(id).contains(wanted))
        .forEach(first::add);
    if (wanted.isEmpty()) {
      String region = (own == null ? usual : own).getId().replaceAll("/.*", "/");
      CITIES.values().stream().filter(id -> id.startsWith(region)).sorted().forEach(first::add);
    } else {
      CITIES.forEach((city, id) -> addIf(city.startsWith(wanted), id, first));
      IDS.forEach((plain, id) -> addIf(plain.contains(wanted), id, first));
    }
    return first.stream().limit(OFFERED).toList();
  }

  private static void addIf(boolean isFitting, String id, Set<String> ids) {
    if (isFitting) {
      ids.add(id);
    }
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
