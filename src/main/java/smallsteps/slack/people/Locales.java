package smallsteps.slack.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import smallsteps.ChosenLanguages;
import smallsteps.Language;
import smallsteps.People.Person;
import smallsteps.User;
import smallsteps.slack.payload.Profile;

/// What each person reads, and whose local time they live by: what they have chosen, else what
/// Slack knows of them, else the language and the zone of the settings.
///
/// @param fallback what goes for everybody of whom nothing is known
public record Locales(Profiles profiles, ChosenLanguages chosen, Person fallback) {

  /// What this person reads.
  public Language of(User user) {
    return chosen.of(user).orElseGet(() -> language(profiles.of(user)));
  }

  /// The same, with whose local time they live by.
  public Person person(User user) {
    Profile profile = profiles.of(user);
    ZoneId zone = zone(profile);
    return new Person(
        chosen.of(user).orElseGet(() -> language(profile)), zone == null ? fallback.zone() : zone);
  }

  /// The zone of somebody whose language was asked for before; null where Slack did not tell.
  public ZoneId zone(User user) {
    return profiles.remembered(user).map(Locales::zone).orElse(null);
  }

  private Language language(Profile profile) {
    return profile.locale().isEmpty() ? fallback.language() : Language.ofLocale(profile.locale());
  }

  private static ZoneId zone(Profile profile) {
    try {
      return ZoneId.of(profile.zone());
    } catch (DateTimeException noneOrUnknown) {
      return null;
    }
  }
}
