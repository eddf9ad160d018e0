package smallsteps.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import smallsteps.Language;
import smallsteps.User;

/// What each person reads, from their locale in Slack where we may see it, remembered for a day. It
/// never keeps a person waiting for long: without an answer it is the language of the settings.
final class Locales {
  private static final int REMEMBERED = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /// After a refusal or a silence Slack is left in peace for this long.
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private record Known(Language language, Instant until) {}

  private final WebApi api;
  private final Language fallback;
  private final InstantSource clock;
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

  Locales(WebApi api, Language fallback, InstantSource clock) {
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
    if (now.isBefore(pausedUntil)) {
      return fallback;
    }
    Answer<String> locale = api.locale(user.id());
    if (locale instanceof Answer.Ok<String>(String code)) {
      Language language = code.isEmpty() ? fallback : Language.ofLocale(code);
      known.put(user, new Known(language, now.plus(DAY)));
      return language;
    }
    if (!locale.problem().equals(Calls.RATE_LIMITED)) {
      pausedUntil = now.plus(PAUSE);
    }
    return fallback;
  }
}
