package smallsteps.plans;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people type for a time zone and what is none, since it knows no summer: `+02:00`, `UTC+2`,
/// `CEST`.
final class Offsets {
  private static final Pattern OFFSET =
      Pattern.compile("(utc|gmt|z)?([+-])(\\d{1,2})(?:[:.]?(\\d{2}))?");
  private static final int SUGGESTED = 2;

  /// A day in each half of the year.
  private static final List<Instant> HALVES =
      List.of(Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-07-15T00:00:00Z"));

  private static final Map<String, ZoneOffset> ABBREVIATIONS =
      Stream.of(
              "+0 wet +1 bst cet mez met wat west +2 cat cest eet mest mesz sast +3 eat eest msk trt"
                  + " +5 pkt +5:30 ist +8 awst hkt sgt +9 jst kst +9:30 acst +10 aest +11 aedt +12"
                  + " nzst +13 nzdt -3 adt brt -4 ast edt -5 cdt est est5edt -6 cst cst6cdt mdt -7"
                  + " mst mst7mdt pdt -8 akdt pst pst8pdt -9 akst -10 hst")
          .flatMap(table -> Pattern.compile(" (?=[+-])").splitAsStream(table))
          .map(line -> List.of(line.split(" ")))
          .flatMap(line ->
              line.stream()
                  .skip(1)
                  .map(name -> Map.entry(name, ZoneOffset.of(padded(line.getFirst())))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  /// One for each hour, the more people the earlier.
  private static final List<ZoneId> PLACES =
      Stream.of(
              "Europe/Stockholm Europe/Helsinki Europe/London America/New_York America/Chicago"
                  + " America/Denver America/Los_Angeles America/Anchorage Pacific/Honolulu"
                  + " America/Halifax America/St_Johns America/Sao_Paulo Atlantic/Azores"
                  + " Europe/Istanbul Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata"
                  + " Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Singapore Asia/Tokyo"
                  + " Australia/Adelaide Australia/Sydney Pacific/Noumea Pacific/Auckland"
                  + " Pacific/Tongatapu")
          .flatMap(all -> Stream.of(all.split(" ")))
          .map(ZoneId::of)
          .toList();

  private Offsets() {}

  /// Empty where it is no such thing. A dash alone makes none: `monday -9:00`.
  static Optional<ZoneOffset> find(Typed word) {
    Matcher offset = OFFSET.matcher(word.plain());
    if (!offset.matches() || offset.group(1) == null && offset.group(2).equals("-")) {
      return Optional.ofNullable(ABBREVIATIONS.get(word.plain()));
    }
    int sign = offset.group(2).equals("-") ? -1 : 1;
    int minutes = offset.group(4) == null ? 0 : Integer.parseInt(offset.group(4));
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(3)), sign * minutes));
    } catch (DateTimeException noSuchOffset) {
      return Optional.empty();
    }
  }

  /// Whether somebody means an offset, be there such a one or not.
  static boolean looksLikeOne(Typed word) {
    return OFFSET.matcher(word.plain()).matches() && !word.plain().startsWith("-")
        || ABBREVIATIONS.containsKey(word.plain());
  }

  /// The zones where the clock shows it, all year or half of it; the channel's own first.
  static List<String> near(ZoneOffset offset, ZoneId own) {
    List<String> near =
        Stream.of(
                Stream.of(own).filter(zone -> isAlways(zone, offset) || isSometimes(zone, offset)),
                PLACES.stream().filter(zone -> isAlways(zone, offset)),
                PLACES.stream().filter(zone -> isSometimes(zone, offset)))
            .flatMap(zones -> zones)
            .map(ZoneId::getId)
            .distinct()
            .limit(SUGGESTED)
            .toList();
    return near.isEmpty() ? List.of(own.getId()) : near;
  }

  private static boolean isAlways(ZoneId zone, ZoneOffset offset) {
    return zone.getRules().getStandardOffset(HALVES.getFirst()).equals(offset);
  }

  private static boolean isSometimes(ZoneId zone, ZoneOffset offset) {
    ZoneRules rules = zone.getRules();
    return HALVES.stream().anyMatch(half -> rules.getOffset(half).equals(offset));
  }

  private static String padded(String offset) {
    return offset.replaceFirst("^([+-])(\\d)(?!\\d)", "$10$2");
  }
}
