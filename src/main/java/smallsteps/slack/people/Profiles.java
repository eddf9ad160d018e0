package smallsteps.slack.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.Newest;
import smallsteps.Span;
import smallsteps.User;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.CallPace;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Stopwatch;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.payload.Profile;

/// What Slack tells of people where we may see it, remembered for a day. It never keeps anybody
/// waiting for long, and nothing that goes wrong in it comes further than here: what it knows makes
/// an answer better, and no answer depends on it. Somebody new waits for it; when many are new at
/// once, most of them get what comes the next time.
public final class Profiles {
  private static final Logger log = LoggerFactory.getLogger(Profiles.class);
  private static final int REMEMBERED = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /// Of whom Slack tells nothing, it may tell something soon: who was just invited.
  private static final Duration HOUR = Duration.ofHours(1);

  /// After a silence, or a refusal that concerns everybody, Slack is left in peace for this long.
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /// The ack must go within three seconds, and the room has yet to do its work. An answer that
  /// comes later serves the next time.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final CallPace.Limit WAIT_FOR_IT = new CallPace.Limit(Duration.ofSeconds(10), 20);

  /// By these Slack says something of us. By whatever else it refuses, it says something of the one
  /// who was asked for.
  private static final Set<String> ABOUT_US =
      Set.of(
          "missing_scope",
          "not_authed",
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "no_permission",
          "not_allowed_token_type",
          "access_denied",
          "ekm_access_denied",
          "org_login_required",
          "team_access_not_granted",
          "enterprise_is_restricted",
          "team_added_to_org",
          "two_factor_setup_required",
          "accesslimited",
          "method_deprecated",
          "deprecated_endpoint",
          "unknown_method");

  private static final String NOBODY = "user_not_found";

  private static final Executor IN_BACKGROUND =
      task -> Thread.ofVirtual().name("profile").start(task);

  private record Known(Profile profile, Instant at, Duration lasts) {
    boolean isFresh(Instant now, Duration wanted) {
      return new Span(at, lasts.compareTo(wanted) < 0 ? lasts : wanted).holds(now);
    }
  }

  private final WebApi api;
  private final InstantSource clock;
  private final Stopwatch time;
  private final BooleanSupplier isSlackThere;
  private final CallPace newcomers = new CallPace();
  private final Map<User, Known> known = Newest.map(REMEMBERED);
  private volatile Span pause = Span.OVER;

  /// @param isSlackThere false until Slack has answered once: till then nobody waits for it
  public Profiles(WebApi api, InstantSource clock, Stopwatch time, BooleanSupplier isSlackThere) {
    this.api = api;
    this.clock = clock;
    this.time = time;
    this.isSlackThere = isSlackThere;
  }

  /// What Slack tells; nothing where it does not tell, or not in time.
  Profile of(User user) {
    return of(user, DAY).orElse(Profile.NOTHING);
  }

  /// Empty where Slack does not tell, or not in time.
  ///
  /// @param noOlder what is remembered from before that is asked for anew
  Optional<Profile> of(User user, Duration noOlder) {
    Instant now = clock.instant();
    Known remembered = known.get(user);
    if (remembered != null && remembered.isFresh(now, noOlder)) {
      return Optional.of(remembered.profile());
    }
    if (pause.holds(now) || !isSlackThere.getAsBoolean()) {
      return Optional.empty();
    }
    var answer = CompletableFuture.supplyAsync(() -> asked(user, now), IN_BACKGROUND);
    if (newcomers.reserve("newcomers", WAIT_FOR_IT, Duration.ZERO) < 0) {
      return Optional.empty();
    }
    return answer
        .completeOnTimeout(null, time.patience(PATIENCE).toMillis(), TimeUnit.MILLISECONDS)
        .handle((profile, failed) -> profile == null ? broken(now, failed) : profile)
        .join();
  }

  /// What is remembered, without asking.
  Optional<Profile> remembered(User user) {
    return Optional.ofNullable(known.get(user)).map(Known::profile);
  }

  private Optional<Profile> asked(User user, Instant now) {
    return switch (api.profile(user.id())) {
      case Answer.Ok<Profile>(Profile profile) -> keep(user, new Known(profile, now, DAY));
      case Answer.Refused<Profile>(String error) when !ABOUT_US.contains(error) ->
          keep(user, new Known(error.equals(NOBODY) ? Profile.GONE : Profile.NOTHING, now, HOUR));
      case Answer.NotSent<Profile>(String reason) when reason.equals(Calls.RATE_LIMITED) ->
          Optional.empty();
      default -> silent(now);
    };
  }

  private Optional<Profile> keep(User user, Known told) {
    known.put(user, told);
    return Optional.of(told.profile());
  }

  /// @param failed null where there was no answer in time
  private Optional<Profile> broken(Instant now, Throwable failed) {
    if (failed != null) {
      log.warn("What Slack tells of a person could not be read: {}", NameAndPlace.of(failed));
    }
    return silent(now);
  }

  private Optional<Profile> silent(Instant now) {
    pause = new Span(now, PAUSE);
    return Optional.empty();
  }
}
