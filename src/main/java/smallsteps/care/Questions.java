package smallsteps.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.People;
import smallsteps.Post;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Asks people what a room wants to know, each thing once and when their gate is open.
public record Questions<Q>(
    Care care, Database database, InstantSource clock, Kind kind, Function<Sql, Store<Q>> store) {
  private static final int AT_ONCE = 20;
  private static final Duration AGAIN = Duration.ofMinutes(30);

  /// A room's questions, in one transaction.
  public interface Store<Q> {
    List<Q> toAsk(Instant now, int atMost);

    /// @param askAt null to ask nothing
    void postpone(Q question, Instant askAt);

    /// False when it is asked already.
    boolean asked(Q question, Instant now);

    /// The question never left: it is to be asked then.
    void notAsked(Q question, Instant askAt);
  }

  /// A question as it would be asked now.
  ///
  /// @param until later than this they are not asked any more
  public record Now(User user, Instant until, Function<People.Person, Content> content) {}

  /// @param asking empty where there is nothing to ask any more
  public List<Post> due(Instant at, Function<Q, Optional<Now>> asking) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database.read(sql -> store.apply(sql).toAsk(now, AT_ONCE)).stream()
        .flatMap(question ->
            asking
                .apply(question)
                .map(wanted -> ask(question, wanted, now))
                .orElseGet(() -> postponed(question, null))
                .stream())
        .toList();
  }

  private Optional<Post> ask(Q question, Now wanted, Instant now) {
    return switch (care.gate(wanted.user(), kind, now)) {
      case Care.Gate.Open open -> asked(question, wanted, open, now);
      case Care.Gate.ShutUntil(Instant until, var _) ->
          postponed(question, until.isAfter(wanted.until()) ? null : until);
      case Care.Gate.Shut _ -> postponed(question, null);
    };
  }

  private Optional<Post> postponed(Q question, Instant askAt) {
    database.write(sql -> {
      store.apply(sql).postpone(question, askAt);
      return null;
    });
    return Optional.empty();
  }

  /// Kept as asked before it is: at most once beats twice.
  private Optional<Post> asked(Q question, Now wanted, Care.Gate.Open open, Instant now) {
    boolean isOurs = database.write(sql -> store.apply(sql).asked(question, now));
    if (!isOurs) {
      return Optional.empty();
    }
    Content content = wanted.content().apply(care.person(wanted.user()));
    return Optional.of(open.post(content, null, outcome -> settle(question, outcome)));
  }

  private void settle(Q question, Outcome outcome) {
    if (outcome instanceof Outcome.NotSent) {
      Instant again = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AGAIN);
      database.write(sql -> {
        store.apply(sql).notAsked(question, again);
        return null;
      });
    }
  }
}
