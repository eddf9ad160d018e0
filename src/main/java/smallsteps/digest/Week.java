package smallsteps.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What a channel did since its digest before.
///
/// @param until the first moment that is not told of
/// @param zone whose dates it shows
/// @param said how much was said, those that followed from another counted too
/// @param people how many different ones said something by name
/// @param newcomers how many of them for the first time in this channel
/// @param history the weeks up to this one, oldest first
record Week(
    Instant since,
    Instant until,
    ZoneId zone,
    List<Entry> entries,
    Tally said,
    int people,
    int newcomers,
    List<Tally> history) {

  /// Under so many people a number would point somebody out.
  private static final int FLOOR = 5;

  /// @param number of the ISO week
  record Tally(int number, int did, int learned) {}

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean mayCountPeople() {
    return people >= FLOOR;
  }

  List<Entry> of(String kind) {
    return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
  }
}
