package smallsteps.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.ChosenLanguages;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Newest;
import smallsteps.People;
import smallsteps.Span;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.StoreBusyException;
import smallsteps.storage.StoreException;

/// The gate that each unasked message passes, and what people have chosen to read.
public final class Care implements ChosenLanguages {

  /// A button anywhere that opens a person's own preferences.
  public static final String PREFERENCES_ACTION = "care_preferences";

  /// Another process, such as `forget`, may change them.
  private static final Duration LANGUAGES_LAST = Duration.ofMinutes(5);

  private static final int LANGUAGES_REMEMBERED = 1000;

  private static final Chosen UNKNOWN = new Chosen(Optional.empty(), Span.OVER);

  private final Database database;
  private final People people;
  private final Predicate<LocalDate> isFree;
  private final InstantSource clock;
  private final Map<User, Chosen> languages = Newest.map(LANGUAGES_REMEMBERED);

  private record Chosen(Optional<Language> language, Span fresh) {}

  /// @param isFree whether nobody should be troubled with work on that day
  public Care(Database database, People people, Predicate<LocalDate> isFree, InstantSource clock) {
    this.database = database;
    this.people = people;
    this.isFree = isFree;
    this.clock = clock;
  }

  /// Whether something may be said unasked.
  public sealed interface Gate {

    /// Now is fine.
    ///
    /// @param to the channel, or the person's id for what only they get
    record Open(String to) implements Gate {

      /// @param metadata may be null
      public Act.Post post(Content content, Act.Metadata metadata) {
        return new Act.Post(to, null, content, metadata);
      }
    }

    /// Not now: ask again then.
    record ShutUntil(Instant until, Reason reason) implements Gate {}

    /// Not at all: they want no more of this kind.
    record Shut(Reason reason) implements Gate {}
  }

  /// Why a gate is shut.
  public enum Reason {
    SWITCHED_OFF,
    SNOOZED,
    QUIET
  }

  /// The gate of what only this person gets.
  public Gate gate(User user, Kind kind, Instant now) {
    Preferences chosen = preferences(user);
    if (chosen.off().contains(kind)) {
      return new Gate.Shut(Reason.SWITCHED_OFF);
    }
    boolean isSnoozed = chosen.isSnoozedAt(now);
    Instant from = isSnoozed ? chosen.snoozedUntil() : now;
    Instant open = chosen.quiet().over(from, people.of(user).zone(), isFree);
    return open.isAfter(now)
        ? new Gate.ShutUntil(open, isSnoozed ? Reason.SNOOZED : Reason.QUIET)
        : new Gate.Open(user.id());
  }

  /// The first moment from that time on at which their gate is open; empty when they want no more
  /// of this kind.
  public Optional<Instant> opens(User user, Kind kind, Instant from) {
    return switch (gate(user, kind, from)) {
      case Gate.Open _ -> Optional.of(from);
      case Gate.ShutUntil(Instant until, var _) -> Optional.of(until);
      case Gate.Shut _ -> Optional.empty();
    };
  }

  /// The gate of what a channel gets. A nudge and a digest come at the time that the channel chose,
  /// be it quiet or not.
  public Gate gate(Channel channel, Kind kind, ZoneId zone, Instant now) {
    if (database.read(sql -> new CareStore(sql).isOff(channel, kind))) {
      return new Gate.Shut(Reason.SWITCHED_OFF);
    }
    Instant open = kind.waits() ? QuietHours.USUAL.over(now, zone, isFree) : now;
    return open.isAfter(now) ? new Gate.ShutUntil(open, Reason.QUIET) : new Gate.Open(channel.id());
  }

  /// What this person reads and whose local time they live by.
  public People.Person person(User user) {
    return people.of(user);
  }

  @Override
  public Optional<Language> of(User user) {
    Instant now = clock.instant();
    Chosen known = languages.getOrDefault(user, UNKNOWN);
    if (known.fresh().holds(now)) {
      return known.language();
    }
    var chosen = new Chosen(loaded(user, known), new Span(now, LANGUAGES_LAST));
    languages.put(user, chosen);
    return chosen.language();
  }

  /// An answer in another language is better than none.
  private Optional<Language> loaded(User user, Chosen known) {
    try {
      return Optional.ofNullable(preferences(user).language());
    } catch (StoreException | StoreBusyException e) {
      return known.language();
    }
  }

  Preferences preferences(User user) {
    return database.read(sql -> new CareStore(sql).find(user));
  }

  void save(User user, Preferences chosen) {
    database.write(sql -> {
      new CareStore(sql).save(user, chosen);
      return null;
    });
    languages.remove(user);
  }
}
