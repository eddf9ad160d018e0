package smallsteps.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Outcome;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Says at most once, unasked, what a room wants to ask or to tell, and when the gate is open.
/// Right before it is sent the room is asked again whether it is still wanted, and the gate whether
/// now.
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

    /// Those that are due; none where the room finds them itself, for [#ask].
    default List<Q> toAsk(String teamId, Instant now, int atMost) {
      return List.of();
    }

    /// One that was asked or is to be; empty where it is gone.
    ///
    /// @param asked goes to [To#where], with the [Now#subject]
    Optional<Q> find(Debt asked);

    /// Not now; nothing where it is found again by itself.
    ///
    /// @param askAt null for not at all
    default void postpone(Q question, Instant askAt) {}

    /// Not at all.
    default void leave(Q question, Instant now) {
      postpone(question, null);
    }

    /// False when it is asked already.
    boolean asked(Q question, Instant now);

    /// The question never left: it is to be asked then.
    void notAsked(Q question, Instant askAt);

    /// Slack takes no such message: once is enough.
    ///
    /// @param askAt as for `notAsked`
    default void refused(Q question, Instant askAt) {}

    /// Nobody knows whether it was seen: once is enough.
    default void unsure(Q question) {}
  }

  /// To whom it goes.
  public sealed interface To {

    /// As a debt has it.
    Channel where();

    /// Alone.
    record Person(User user) implements To {
      @Override
      public Channel where() {
        return new Channel(user.teamId(), user.id());
      }
    }

    /// @param zone whose hours it keeps
    record Place(Channel where, ZoneId zone) implements To {}
  }

  /// A question as it would be asked now.
  ///
  /// @param subject names it among those that go there
  /// @param until from then on it is not asked any more; null for no end
  public record Now(To to, String subject, Instant until, Function<Care.Gate.Open, Act.Post> post) {
    private boolean isOver(Instant at) {
      return until != null && !at.isBefore(until);
    }
  }

  public void due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    outbox.teamId().stream()
        .flatMap(team -> database.read(sql -> store.apply(sql).toAsk(team, now, AT_ONCE)).stream())
        .forEach(question -> ask(question, now));
  }

  /// @param now whole seconds
  public void ask(Q question, Instant now) {
    Optional<Now> wanted = asking.apply(question);
    if (wanted.isEmpty() || wanted.get().isOver(now)) {
      write(kept -> kept.leave(question, now));
      return;
    }
    switch (gate(wanted.get().to(), now)) {
      case Care.Gate.Open _ -> owe(question, wanted.get(), now);
      case Care.Gate.ShutUntil(Instant until, var _) when !wanted.get().isOver(until) ->
          write(kept -> kept.postpone(question, until));
      case Care.Gate.ShutUntil _, Care.Gate.Shut _ -> write(kept -> kept.leave(question, now));
    }
  }

  private Care.Gate gate(To to, Instant now) {
    return switch (to) {
      case To.Person(User user) -> care.gate(user, kind, now);
      case To.Place(Channel channel, ZoneId zone) -> care.gate(channel, kind, zone, now);
    };
  }

  private void write(Consumer<Store<Q>> change) {
    database.write(sql -> {
      change.accept(store.apply(sql));
      return null;
    });
  }

  /// Kept as asked in the same transaction in which it is owed.
  private void owe(Q question, Now wanted, Instant now) {
    database.write(sql -> {
      if (store.apply(sql).asked(question, now)) {
        outbox.kind(name).owe(sql, wanted.to().where(), wanted.subject(), null, wanted.until());
      }
      return null;
    });
  }

  @Override
  public Wanted wanted(Debt debt) {
    return database
        .read(sql -> store.apply(sql).find(debt))
        .flatMap(asking)
        .flatMap(this::post)
        .map(Wanted::now)
        .orElseGet(() -> Wanted.noMore("not_now"));
  }

  private Optional<Act> post(Now now) {
    return gate(now.to(), clock.instant()) instanceof Care.Gate.Open open
        ? Optional.of(now.post().apply(open))
        : Optional.empty();
  }

  /// One that was not to be asked just then may be asked another time.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    store.apply(sql).find(debt).ifPresent(question -> settle(sql, question, outcome));
  }

  private void settle(Sql sql, Q question, Outcome outcome) {
    Instant again = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AGAIN);
    switch (outcome) {
      case Outcome.Dropped _ -> store.apply(sql).notAsked(question, again);
      case Outcome.Refused _ -> store.apply(sql).refused(question, again);
      case Outcome.Unsure _ -> store.apply(sql).unsure(question);
      case Outcome.Done _, Outcome.NotYet _ -> {}
    }
  }
}
