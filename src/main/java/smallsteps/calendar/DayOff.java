package smallsteps.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// A day that is not like other working days.
///
/// @param isWeekly it is so each week, as a Sunday is: no surprise to who chose that weekday
/// @param names what it is called, the country's own language first
public record DayOff(LocalDate date, Kind kind, boolean isWeekly, Map<Language, String> names) {

  /// A red day is off by law, an eve is the day before one, a bridge day stands between two.
  public enum Kind {
    RED,
    EVE,
    BRIDGE
  }

  public String name(Language language) {
    return names.getOrDefault(language, names.values().iterator().next());
  }

  /// `röd dag: Kristi himmelsfärdsdag`, `midsommarafton`, `klämdag`.
  public Mrkdwn inWords(Words.Sentences say) {
    String key = kind.name().toLowerCase(Locale.ROOT);
    return new Mrkdwn(say.say("calendar." + key, "name", name(say.language())));
  }
}
