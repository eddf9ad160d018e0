package smallsteps.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.storage.Database;

/// Puts a digest together: which days it tells of, and how it looks.
record Editor(Database database, WeekReader reader, DigestBlocks blocks) {

  /// After a pause or a holiday it tells of the weeks without one as well, up to four.
  private static final Duration LONGEST = Duration.ofDays(28);

  /// What was said since the digest before.
  ///
  /// @param due the first moment that is left for the next one
  Week week(Channel channel, ZoneId zone, Instant due) {
    return reader.read(new WeekReader.Place(channel, zone), since(channel, due), due);
  }

  /// Whether such a week has nothing to tell of.
  boolean isEmpty(Channel channel, Instant due) {
    return reader.isEmpty(channel, since(channel, due), due);
  }

  private Instant since(Channel channel, Instant due) {
    Instant told = database.read(sql -> new DigestStore(sql).toldUntil(channel, due));
    Instant longest = due.minus(LONGEST);
    return told.isBefore(longest) ? longest : told;
  }

  Content digest(Week week, Language language) {
    return blocks.digest(week, language);
  }

  /// @param note what only the one who asked reads above it
  Content preview(Week week, Language language, String note) {
    return blocks.preview(digest(week, language), note);
  }
}
