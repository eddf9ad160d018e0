package smallsteps.slack;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import smallsteps.ChosenLanguages;
import smallsteps.Language;
import smallsteps.People.Person;
import smallsteps.User;

/// What each person reads, and whose local time they live by: what they have chosen, else what
/// Slack knows of them where we may see it, remembered for a day. It never keeps a person waiting
/// for long: without an answer it is the language and the zone of the settings. Somebody new waits
/// for the answer; when many are new at once, most of them get the answer that comes next time.
final class Locales {
  private static final int REMEMBERED = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /// After a refusal or a silence Slack is left in peace for this long.
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /// The ack must go within three seconds, and the room has yet to do its work. An answer that
  /// comes later serves the next time.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Pace.Limit WAIT_FOR_IT = new Pace.Limit(Duration.ofSeconds(10), 20);

  private static final Executor IN_BACKGROUND =
      task -> Thread.ofVirtual().name("locale").start(task);

  private record Known(Person person, Instant until) {}

  private final WebApi api;
  private final ChosenLanguages chosen;
  private final Person fallback;
  private final InstantSource clock;
  private final BooleanSupplier isSlackThere;
  private final Pace newcomers = new Pace();
  private final Map<User, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<User, Known> eldest) {
              return size() > REMEMBERED;
            }
          });
  private volatile Instant pausedUntil = Instant.MIN;

  /// @param fallback what goes for everybody of whom nothing is known
  /// @param isSlackThere false until Slack has answered once: till then nobody waits for it
  Locales(
      WebApi api,
      ChosenLanguages chosen,
      Person fallback,
      InstantSource clock,
      BooleanSupplier isSlackThere) {
    this.isSlackThere = isSlackThere;
    this.api = api;
    this.chosen = chosen;
    this.fallback = fallback;
    this.clock = clock;
  }

  /// What this person reads.
  Language of(User user) {
    return chosen.of(user).orElseGet(() -> inSlack(user).language());
  }

  /// The same, with whose local time they live by.
  Person person(User user) {
    ZoneId zone = inSlack(user).zone();
    return new Person(of(user), zone == null ? fallback.zone() : zone);
  }

  /// The zone may be null: Slack did not tell.
  private Person inSlack(User user) {
    Instant now = clock.instant();
    Known remembered = known.get(user);
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.person();
    }
    if (now.isBefore(pausedUntil) || !isSlackThere.getAsBoolean()) {
      return fallback;
    }
    var answer = CompletableFuture.supplyAsync(() -> asked(user, now), IN_BACKGROUND);
    if (newcomers.reserve("newcomers", WAIT_FOR_IT, Duration.ZERO) < 0) {
      return fallback;
    }
    return answer
        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(person -> person == null ? silent(now) : person)
        .join();
  }

  /// The zone of somebody whose language was asked for before; null where Slack did not tell.
  ZoneId zone(User user) {
    Known remembered = known.get(user);
    return remembered == null ? null : remembered.person().zone();
  }

  private Person asked(User user, Instant now) {
    Answer<WebApi.Profile> profile = api.profile(user.id());
    if (profile instanceof Answer.Ok<WebApi.Profile>(WebApi.Profile(String code, String zone))) {
      Language language = code.isEmpty() ? fallback.language() : Language.ofLocale(code);
      var person = new Person(language, zoneId(zone));
      known.put(user, new Known(person, now.plus(DAY)));
      return person;
    }
    return profile.problem().equals(Calls.RATE_LIMITED) ? fallback : silent(now);
  }

  private static ZoneId zoneId(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException noneOrUnknown) {
      return null;
    }
  }

  private Person silent(Instant now) {
    pausedUntil = now.plus(PAUSE);
    return fallback;
  }
}
