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
import smallsteps.Language;
import smallsteps.User;

/// What each person reads and which clock they live by, from their profile in Slack where we may
/// see it, remembered for a day. It never keeps a person waiting for long: without an answer it is
/// the language of the settings. Somebody new waits for the answer; when many are new at once, most
/// of them get the answer that comes next time.
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

  private record Known(Language language, ZoneId zone, Instant until) {}

  private final WebApi api;
  private final Language fallback;
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

  /// @param isSlackThere false until Slack has answered once: till then nobody waits for it
  Locales(WebApi api, Language fallback, InstantSource clock, BooleanSupplier isSlackThere) {
    this.isSlackThere = isSlackThere;
    this.api = api;
    this.fallback = fallback;
    this.clock = clock;
  }

  Language of(User user) {
    Instant now = clock.instant();
    Known remembered = known.get(user);
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered.language();
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
        .thenApply(language -> language == null ? silent(now) : language)
        .join();
  }

  /// The zone of somebody whose language was asked for before; null where Slack did not tell.
  ZoneId zone(User user) {
    Known remembered = known.get(user);
    return remembered == null ? null : remembered.zone();
  }

  private Language asked(User user, Instant now) {
    Answer<WebApi.Profile> answer = api.profile(user.id());
    if (answer instanceof Answer.Ok<WebApi.Profile>(WebApi.Profile(String code, String zone))) {
      Language language = code.isEmpty() ? fallback : Language.ofLocale(code);
      known.put(user, new Known(language, zoneId(zone), now.plus(DAY)));
      return language;
    }
    return answer.problem().equals(Calls.RATE_LIMITED) ? fallback : silent(now);
  }

  private static ZoneId zoneId(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException noneOrUnknown) {
      return null;
    }
  }

  private Language silent(Instant now) {
    pausedUntil = now.plus(PAUSE);
    return fallback;
  }
}
