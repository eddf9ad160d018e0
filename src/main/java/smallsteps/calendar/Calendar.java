package smallsteps.calendar;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import smallsteps.Mrkdwn;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

/// One country's days, for other rooms to ask. Its file is read when the first day is asked for.
public final class Calendar {
  private final ConfigFiles files;
  private final String name;
  private Country country;

  private Calendar(ConfigFiles files, String name) {
    this.files = files;
    this.name = name;
  }

  /// @param country by the name of its file: `se`
  /// @throws SetupException when there is no such file
  public static Calendar load(ConfigFiles files, String country) {
    String name = "calendars/" + country + ".json";
    if (!files.exists(name)) {
      throw new SetupException(
          "The setting \"country\" is \""
              + country
              + "\", and there is no "
              + name
              + ". Choose another, or add that file.");
    }
    return new Calendar(files, name);
  }

  /// @throws SetupException with everything that is wrong in the country's file
  public Optional<DayOff> dayOff(LocalDate date) {
    return country().dayOff(date);
  }

  /// Whether the day is in the weeks when most people are away.
  public boolean isSummer(LocalDate date) {
    return country().isSummer(week(date));
  }

  /// The number of its ISO week, 1 to 53.
  public static int week(LocalDate date) {
    return date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /// `vecka 47`, `week 47`.
  public static String week(LocalDate date, Words.Sentences say) {
    return say.say("calendar.week", "week", week(date));
  }

  /// `sommar, vecka 29`: why nothing comes then.
  public static Mrkdwn summer(LocalDate date, Words.Sentences say) {
    return new Mrkdwn(say.say("calendar.summer", "week", week(date)));
  }

  private synchronized Country country() {
    if (country == null) {
      country = CountryReader.read(files, name);
    }
    return country;
  }
}
