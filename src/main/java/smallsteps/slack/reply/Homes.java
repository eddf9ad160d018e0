package smallsteps.slack.reply;

import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import smallsteps.Language;
import smallsteps.Span;
import smallsteps.User;
import smallsteps.slack.api.Answer;

/// The App Homes that people looked at lately. One person's is published by one thread at a time,
/// each time made from what is kept by then: an older one never takes a newer one's place.
public final class Homes {
  private static final int REMEMBERED = 500;

  /// Slack doesn't tell when somebody looks away.
  private static final Duration LATELY = Duration.ofHours(1);

  private static final String CONFLICT = "hash_conflict";

  @FunctionalInterface
  public interface Publish {
    Answer<String> publish(User user, View view, String hash);
  }

  /// One person's.
  private static final class Home {
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Span lookedAt = Span.OVER;
    private volatile View shown;
    private String hash;
  }

  private final Publish api;
  private final Function<User, Language> languages;
  private final InstantSource clock;
  private final Map<User, Home> homes =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<User, Home> eldest) {
              return size() > REMEMBERED;
            }
          });

  public Homes(Publish api, Function<User, Language> languages, InstantSource clock) {
    this.api = api;
    this.languages = languages;
    this.clock = clock;
  }

  /// Somebody looks at theirs: it is shown anew even where it says the same as before.
  public void opened(User user) {
    Home home = homes.computeIfAbsent(user, _ -> new Home());
    home.lookedAt = new Span(clock.instant(), LATELY);
    home.shown = null;
  }

  boolean isLookedAt(User user) {
    Home home = homes.isEmpty() ? null : homes.get(user);
    return home != null && home.lookedAt.holds(clock.instant());
  }

  /// Nothing is asked of Slack where it says the same as what is shown.
  public Answer<String> show(User user, Function<Language, View> view) {
    Home home = homes.computeIfAbsent(user, _ -> new Home());
    home.turn.lock();
    try {
      View now = view.apply(languages.apply(user));
      return now.equals(home.shown) ? new Answer.Ok<>("") : publish(user, home, now);
    } finally {
      home.turn.unlock();
    }
  }

  /// Another process on the same database may have published since: ours is the newer one.
  private Answer<String> publish(User user, Home home, View view) {
    Answer<String> answer = api.publish(user, view, home.hash);
    if (answer.problem().equals(CONFLICT)) {
      answer = api.publish(user, view, null);
    }
    home.shown = answer instanceof Answer.Ok<String> ? view : null;
    home.hash = answer.response().filter(hash -> !hash.isEmpty()).orElse(null);
    return answer.map(_ -> "");
  }
}
