package smallsteps.rehearsal.scenes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import smallsteps.rehearsal.state.BotSide;
import smallsteps.rehearsal.state.MovedClock;
import smallsteps.rehearsal.state.State;

/// Lets the time pass for bot and workspace: in steps, so that all that is due on the way comes,
/// each in its hour, and a nudge in its minute. Nights are a single step.
public final class Travel {
  private static final int MORNING = 7;
  private static final int EVENING = 19;

  /// Hours that fit a day's work and leave out nothing for longer than the bot thinks late.
  private static final int WIDE = 3;

  private static final Duration A_FORTNIGHT = Duration.ofDays(15);
  private static final Duration TICK = Duration.ofMillis(40);

  private final State state;
  private final MovedClock clock;
  private final ZoneId zone;
  private final AtomicReference<Instant> goal = new AtomicReference<>();
  private final Lock steps;
  private final Lock deeds;

  public Travel(State state, MovedClock clock, ZoneId zone) {
    this.state = state;
    this.clock = clock;
    this.zone = zone;
    ReadWriteLock lock = new ReentrantReadWriteLock(true);
    steps = lock.writeLock();
    deeds = lock.readLock();
  }

  public ZoneId zone() {
    return zone;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Empty while time passes as it does.
  public Optional<Instant> goal() {
    return Optional.ofNullable(goal.get());
  }

  /// Begins to go there, and returns.
  ///
  /// @param destination one by its name, or a day and time such as `wednesday 15:00`
  /// @throws IllegalArgumentException says why it can't
  public void begin(String destination) {
    Optional<Instant> day = new Times(zone).read(destination, now());
    if (day.isPresent()) {
      begin(day.get(), Duration.ZERO);
      return;
    }
    Destination wanted = Destination.named(destination);
    begin(wanted.from(now(), zone, bot().nextNudge()), wanted.atLeast());
  }

  private void begin(Instant then, Duration atLeast) {
    start(then);
    Thread.ofVirtual().start(() -> travel(then, atLeast));
  }

  /// Goes there, and returns when it is that late.
  ///
  /// @param atLeast how long that takes in real time; zero for as fast as can be
  public void to(Instant then, Duration atLeast) {
    start(then);
    travel(then, atLeast);
  }

  private void start(Instant then) {
    if (!goal.compareAndSet(null, then)) {
      throw new IllegalArgumentException("Time is passing already.");
    }
    state.touch();
  }

  /// Time goes on from where it has come.
  public void stop() {
    goal.set(null);
    state.touch();
  }

  private void travel(Instant then, Duration atLeast) {
    Instant from = now();
    long began = System.nanoTime();
    try {
      while (goal.get() == then && now().isBefore(then)) {
        step(next(now(), then));
        rest(Duration.between(from, now()), Duration.between(from, then), atLeast, began);
      }
    } finally {
      goal.compareAndSet(then, null);
      state.touch();
    }
  }

  /// What people do meanwhile is over first, with all that the bot wanted to say of it: an address
  /// to answer by lives half an hour, and a step may be longer.
  private void step(Instant next) {
    steps.lock();
    try {
      bot().settle();
      clock.forward(next);
      bot().look();
    } finally {
      steps.unlock();
    }
    state.touch();
  }

  /// Between two steps.
  public <T> T standing(Supplier<T> deed) {
    deeds.lock();
    try {
      return deed.get();
    } finally {
      deeds.unlock();
    }
  }

  /// What comes first: the goal, the next full hour of a day, a nudge.
  private Instant next(Instant now, Instant then) {
    ZonedDateTime hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    int wide = Duration.between(now, then).compareTo(A_FORTNIGHT) > 0 ? WIDE : 1;
    do {
      hour = hour.plusHours(1);
    } while (hour.getHour() < MORNING || hour.getHour() > EVENING || hour.getHour() % wide != 0);
    Instant next = hour.toInstant().isBefore(then) ? hour.toInstant() : then;
    Instant nudge = bot().nextNudge().filter(now::isBefore).orElse(next);
    return nudge.isBefore(next) ? nudge : next;
  }

  /// Until as much of the real time has passed as of the way.
  private void rest(Duration gone, Duration way, Duration atLeast, long began) {
    long due = (long) (atLeast.toNanos() * ((double) gone.toMillis() / way.toMillis()));
    while (System.nanoTime() - began < due && goal.get() != null) {
      try {
        Thread.sleep(TICK);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private BotSide bot() {
    return state.bot();
  }
}
