package smallsteps.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A row of an export, with the reactions it has now: user ids by emoji name.
sealed interface Exported {
  Place message();

  /// Null where no principle is known.
  Integer principle();

  /// When it was said, or was due.
  Instant at();

  Map<String, List<String>> reactions();

  /// @param ts null where it stands in no message
  record Place(String teamId, String channelId, String ts) {}

  /// @param threadTs null outside threads
  /// @param userId null where it was said anonymously
  /// @param nudgeTs the nudge it answers; null for none
  record Win(
      Place message,
      String threadTs,
      String userId,
      String text,
      String kind,
      Integer principle,
      Instant at,
      String nudgeTs,
      Map<String, List<String>> reactions)
      implements Exported {}

  /// @param reason why it was not posted; null where it was
  record Nudge(
      Place message,
      LocalDate date,
      Integer principle,
      String state,
      String reason,
      Instant at,
      Map<String, List<String>> reactions)
      implements Exported {}
}
