package smallsteps.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.People;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Asks people what a room wants to know, each thing once and when their gate is open. What is owed
/// is asked again whether it is still to be asked, and whether now, right before it is sent.
///
/// @param name of its kind of debt
/// @param asking empty where there is nothing to ask any more
public record Questions<Q>(
    Care care,
    Database database,
    Outbox outbox,
    InstantSource clock,
    Kind kind,
    String name,
    Function<Sql, Store<Q>> store,
    Function<Q, Optional<Now>> asking)
    implements Sending {
  private static final int AT_ONCE = 20;
  private static final Duration AGAIN = Duration.ofMinutes(30);

  /// These, known to the outbox from now on.
  public Questions<Q> known() {
    outbox.kind(name, this);
    return this;
  }

  /// A room's questions, in one transaction.
  public interface Store<Q> {
    List<Q> toAsk(String teamId, Instant now, int atMost);

    /// One that was asked or is to be; empty where it is gone.
    ///
    /// @param subject as [Now#subject]
    Optional<Q> find(User user, String subject);

    /// @param askAt null to ask nothing
    void postpone(Q question, Instant askAt);

    /// False when it is asked already.
    boolean asked(Q question, Instant now);

    /// The question never left: it is to be asked then.
    ///
    /// @param askAt null to ask nothing
    void notAsked(Q question, Instant askAt);
  }

  /// A question as it would be asked now.
  ///
  /// @param subject names it among the person's
  /// @param until later than this they are not asked any more
  public record Now(
      User user, String subject, Instant until, Function<People.Person, Content> content) {}

  public void due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    outbox.teamId().stream()
        .flatMap(team -> database.read(sql -> store.apply(sql).toAsk(team, now, AT_ONCE)).stream())
        .forEach(question -> decide(question, now));
  }

  private void decide(Q question, Instant now) {
    Optional<Now> wanted = asking.apply(question);
    if (wanted.isEmpty() || !now.isBefore(wanted.get().until())) {
      postpone(question, null);
      return;
    }
    switch (care.gate(wanted.get().user(), kind, now)) {
      case Care.Gate.Open _ -> ask(question, wanted.get(), now);
      case Care.Gate.ShutUntil(Instant until, var _) ->
          postpone(question, until.isAfter(wanted.get().until()) ? null : until);
      case Care.Gate.Shut _ -> postpone(question, null);
    }
  }

  private void postpone(Q question, Instant askAt) {
    database.write(sql -> {
      store.apply(sql).postpone(question, askAt);
      return null;
    });
  }

  /// Kept as asked in the same transaction in which it is owed.
  private void ask(Q question, Now wanted, Instant now) {
    database.write(sql -> {
      if (store.apply(sql).asked(question, now)) {
        User user = wanted.user();
        outbox
            .kind(name)
            .owe(sql, user.teamId(), user.id(), wanted.subject(), null, wanted.until());
      }
      return null;
    });
  }

  @Override
  public Wanted wanted(Debt debt) {
    return question(debt)
        .flatMap(asking)
        .flatMap(this::post)
        .map(Wanted::now)
        .orElseGet(() -> Wanted.noMore("not_now"));
  }

  private Optional<Q> question(Debt debt) {
    return database.read(sql -> find(sql, debt));
  }

  private Optional<Q> find(Sql sql, Debt debt) {
    return store.apply(sql).find(new User(debt.teamId(), debt.channelId()), debt.subject());
  }

  private Optional<Act> post(Now now) {
    return care.gate(now.user(), kind, clock.instant()) instanceof Care.Gate.Open open
        ? Optional.of(open.post(now.content().apply(care.person(now.user())), null))
        : Optional.empty();
  }

  /// One that was not to be asked just then may be asked another time; once is enough where nobody
  /// knows.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Dropped) {
      Instant again = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AGAIN);
      find(sql, debt).ifPresent(question -> store.apply(sql).notAsked(question, again));
    }
  }
}
