package smallsteps.difference;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import smallsteps.Language;
import smallsteps.User;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Win;

/// What people said that their small things led to.
public final class Differences {
  static final Duration AFTER = Duration.ofDays(14);

  private final Words words;
  private final Database database;
  private final ZoneId zone;

  /// @param zone whose dates it says
  public Differences(Words words, Database database, ZoneId zone) {
    this.words = words;
    this.database = database;
    this.zone = zone;
  }

  /// Whether its author may tell by now, and is not to be asked later.
  public static boolean isTimeToTell(Win win, Instant now) {
    return !win.saidAt().plus(AFTER).isAfter(now);
  }

  /// In a sentence, by the win's channel and source with a space between: what was told, or when it
  /// will be asked; null for nothing.
  public UnaryOperator<String> of(User user, Language language) {
    var say = words.in(language);
    return key ->
        database
            .read(sql -> new DifferenceStore(sql).find(user, key))
            .map(question -> sentence(say, question))
            .orElse(null);
  }

  /// Null where it was asked, and nothing answered.
  private String sentence(Words.Sentences say, Question question) {
    if (question.text() != null) {
      return say.say("difference.kept.told", "text", DifferenceBlocks.shortened(question.text()));
    } else if (question.answer() != null) {
      return say.say("difference.kept." + question.answer());
    } else if (question.askAt() == null) {
      return null;
    }
    return say.say(
        "difference.kept.waiting", "date", say.date(DateShape.DAY, question.askAt().atZone(zone)));
  }
}
