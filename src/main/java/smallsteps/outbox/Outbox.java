package smallsteps.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.DebtId;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.OwnWorkspace;
import smallsteps.User;
import smallsteps.UserTable;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// What the bot owes Slack, from the moment it is owed to how it ended.
public final class Outbox {

  /// As reasons are kept: it is too late to do it.
  public static final String TOO_LATE = "too_late";

  /// Nothing is ever put off for longer than this.
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /// The kind of App Homes; where one goes is the person's id.
  public static final String HOMES = "home";

  private static final String DELETIONS = "deletion";

  private final Database database;
  private final InstantSource clock;
  private final Terms terms;
  private final OwnWorkspace own;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private volatile Runnable owedAnew = () -> {};
  private final Kind deletions;

  /// @param owner tells this process from others on the same database
  /// @param lease how long a claim is left alone before another may take it over; all that belongs
  ///   to one try, looking for earlier ones included, is done within it
  /// @param lost how long a try that got no answer may still be on its way
  public record Terms(String owner, Duration lease, Duration lost) {

    /// For who only writes down what is owed, and pays nothing.
    public static final Terms NONE = new Terms("", Duration.ZERO, Duration.ZERO);
  }

  public Outbox(Database database, InstantSource clock, Terms terms) {
    this(database, clock, terms, OwnWorkspace.NONE);
  }

  /// @param own whose debts this process pays
  public Outbox(Database database, InstantSource clock, Terms terms, OwnWorkspace own) {
    this.own = own;
    this.database = database;
    this.clock = clock;
    this.terms = terms;
    deletions = kind(DELETIONS, new Deletion());
  }

  /// A kind of debt; each has a name of its own, which stands in the table.
  public Kind kind(String name, Sending sending) {
    var kind = new Kind(name, sending);
    if (kinds.put(name, kind) != null) {
      throw new IllegalArgumentException("Two kinds of debt are called " + name + ".");
    }
    return kind;
  }

  /// One that is known.
  public Kind kind(String name) {
    return kinds.get(name);
  }

  public Collection<Kind> kinds() {
    return kinds.values();
  }

  /// One kind of debt, for the room that knows what it is.
  public final class Kind {
    private final String name;
    private final Sending sending;

    private Kind(String name, Sending sending) {
      this.name = name;
      this.sending = sending;
    }

    public String name() {
      return name;
    }

    public Sending sending() {
      return sending;
    }

    public DebtId id(Channel to, String subject) {
      return new DebtId(to.teamId(), name, to.id(), subject);
    }

    /// Owed from the end of this transaction on. What is owed already is owed as it is now.
    public void owe(Sql sql, Channel to, String subject) {
      owe(sql, to, subject, null, null);
    }

    /// @param to a channel, or under a person's id what only they get
    /// @param askedBy the id of who waits for it; null for nobody
    /// @param notAfter when it is too late to do it; null for never
    public void owe(Sql sql, Channel to, String subject, String askedBy, Instant notAfter) {
      Instant now = now();
      var debt = new Debt(id(to, subject), askedBy, now, notAfter);
      new OutboxStore(sql).owe(debt, now);
      owedAnew.run();
    }
  }

  /// The message of the bot's goes.
  public void oweDeletion(Sql sql, MessageId message) {
    deletions.owe(sql, message.channel(), message.ts());
  }

  /// The person's App Home is to be shown as it is now; nothing where no room has one.
  public void oweHome(User user) {
    Kind home = kinds.get(HOMES);
    if (home != null) {
      database.write(sql -> {
        home.owe(sql, new Channel(user.teamId(), user.id()), "");
        return null;
      });
    }
  }

  /// @param heard is called when something is owed, a little before it is on disk
  public void onOwed(Runnable heard) {
    owedAnew = heard;
  }

  /// The workspace whose debts this process pays; empty until Slack has told.
  public Optional<String> teamId() {
    return own.teamId();
  }

  public Terms terms() {
    return terms;
  }

  /// What of a workspace's is to be done now and may be claimed, the longest due first.
  public List<DueDebt> due(Kind kind, String teamId, int atMost) {
    Instant now = now();
    return database.read(
        sql -> new OutboxStore(sql).due(teamId, kind.name(), now, terms.lease(), atMost));
  }

  /// What is put off for longer than that is due now: the clock was ahead when that was decided.
  public void putOffAtMost(String teamId, Duration pause) {
    Instant now = now();
    Instant latest = now.plus(pause);
    List<String> beyond =
        database.read(sql ->
            kinds.keySet().stream()
                .filter(kind -> new OutboxStore(sql).isPutOffBeyond(teamId, kind, latest))
                .toList());
    if (!beyond.isEmpty()) {
      database.noteDown(sql -> {
        beyond.forEach(kind -> new OutboxStore(sql).noLongerPutOff(teamId, kind, latest, now));
        return null;
      });
    }
  }

  /// Ours from now on, with what is known of earlier tries; empty when it is gone, or another's by
  /// now. Should nothing be heard of it from here on, it counts as tried.
  ///
  /// @param slackTime now by Slack's clock
  public Optional<DueDebt> claim(DueDebt due, Instant slackTime) {
    Instant now = now();
    return database.noteDown(sql -> new OutboxStore(sql).claim(due, terms, now, slackTime));
  }

  /// How long it is ours still; zero when it is another's by now, gone, or owed anew.
  public Duration left(DueDebt claim) {
    Instant now = clock.instant();
    boolean isOurs = database.read(sql -> new OutboxStore(sql).isOurs(claim));
    Duration left = Duration.between(now, claim.leaseUntil());
    return isOurs && left.isPositive() && left.compareTo(terms.lease()) <= 0 ? left : Duration.ZERO;
  }

  /// It ended like this; its room hears of it.
  ///
  /// @param outcome anything but [Outcome.NotYet]
  public void settle(DueDebt claim, Sending sending, Outcome outcome) {
    database.noteDown(sql -> {
      var store = new OutboxStore(sql);
      Debt debt = store.standing(claim).orElse(claim.debt());
      if (isByAnOldName(debt, claim, outcome)) {
        store.setFree(claim, Later.at(now(), claim), claim.tries());
        return null;
      }
      boolean isDone = outcome instanceof Outcome.Done;
      boolean isOver = isDone ? store.removeDone(claim) : store.remove(claim);
      if (isOver || isDone) {
        sending.settled(sql, debt, outcome);
      }
      if (!isOver) {
        store.setFree(claim, Later.at(now()), 0);
      }
      return null;
    });
  }

  /// Its channel has had another id since it was claimed: under the old one it was not to be found.
  private static boolean isByAnOldName(Debt now, DueDebt claim, Outcome outcome) {
    boolean isNot = outcome instanceof Outcome.Refused || outcome instanceof Outcome.Dropped;
    return isNot && !now.id().equals(claim.debt().id());
  }

  /// It is tried again.
  public void tryAgain(DueDebt claim, Later later) {
    Later next = later.noLaterThan(now().plus(LONGEST_PAUSE));
    database.noteDown(sql -> {
      new OutboxStore(sql).setFree(claim, next, claim.tries() + 1);
      return null;
    });
  }

  /// There is no room in that channel just now: none of that kind that nobody has claimed.
  public void postponeChannel(DueDebt due, Instant nextTry) {
    database.noteDown(sql -> {
      new OutboxStore(sql).postponeChannel(due.debt().id(), nextTry);
      return null;
    });
  }

  /// For one that nobody has claimed.
  public void postpone(DueDebt due, Instant nextTry) {
    database.noteDown(sql -> {
      new OutboxStore(sql).postpone(due, nextTry);
      return null;
    });
  }

  /// What a person waits for, and what is on its way to them alone.
  public UserTable userTable() {
    return new UserTable(
        "outbox",
        user -> database.write(sql -> new OutboxStore(sql).forget(user)),
        user -> database.read(sql -> new OutboxStore(sql).export(user)));
  }

  /// @param count how much is owed
  /// @param oldest since when; null where nothing is
  public record Waiting(int count, Instant oldest) {}

  /// Of every workspace.
  public Waiting waitingOfAll() {
    return database.read(sql -> new OutboxStore(sql).waitingOfAll());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
