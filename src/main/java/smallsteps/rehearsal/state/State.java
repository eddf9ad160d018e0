package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import smallsteps.rehearsal.wire.Wire;

/// All that the workspace remembers, under one lock. Whoever changes it tells by `touch`.
public final class State {
  public static final String TEAM = "T0REHEARSE1";
  public static final String TEAM_NAME = "Rehearsal";
  public static final String DOMAIN = "rehearsal";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<LongConsumer> watchers = new CopyOnWriteArrayList<>();
  private long version;

  /// Of this workspace alone, whatever was at its address before.
  public final String id = UUID.randomUUID().toString();

  public final InstantSource clock;
  public final Ids ids;
  public final InstalledApp app = new InstalledApp();
  public final Map<String, Account> people = new LinkedHashMap<>();
  public final Map<String, ConversationState> conversations = new LinkedHashMap<>();
  public final Views views = new Views();
  public final Journal journal = new Journal();
  public final WireLog wire;
  private final List<Runnable> afterwards = new ArrayList<>();
  private volatile BotSide bot = BotSide.UNKNOWN;
  private volatile Map<String, JsonObject> opens = Map.of();

  public State(InstantSource clock) {
    this.clock = clock;
    ids = new Ids(clock);
    wire = new WireLog(clock);
  }

  public BotSide bot() {
    return bot;
  }

  public void bot(BotSide known) {
    bot = known;
    touch();
  }

  /// Where a page opens that was told nothing else, by its language: as whom, and at what channel.
  public Map<String, JsonObject> opens() {
    return opens;
  }

  public void opens(Map<String, JsonObject> byLanguage) {
    opens = byLanguage;
  }

  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      release();
    }
  }

  public void locked(Runnable work) {
    locked(() -> {
      work.run();
      return null;
    });
  }

  /// Sends only once the lock is free: a delivery may wait for a network.
  public void afterwards(Runnable send) {
    afterwards.add(send);
  }

  private void release() {
    List<Runnable> sends = List.of();
    if (lock.getHoldCount() == 1) {
      sends = List.copyOf(afterwards);
      afterwards.clear();
    }
    lock.unlock();
    sends.forEach(Runnable::run);
  }

  public void touch() {
    locked(() -> {
      version++;
      changed.signalAll();
      long now = version;
      afterwards(() -> watchers.forEach(watcher -> watcher.accept(now)));
    });
  }

  public void watch(LongConsumer watcher) {
    watchers.add(watcher);
  }

  public long version() {
    return locked(() -> version);
  }

  /// Until something changed since that version, or the time is out.
  void awaitChange(long since, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (version == since && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      release();
    }
  }

  /// Until it is seen, a minute at most; looks again at each change, and now and then besides.
  public <T> T await(String what, Supplier<Optional<T>> seen) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long before = version();
      Optional<T> found = seen.get();
      if (found.isPresent()) {
        return found.get();
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("waited in vain for " + what + journal.lately());
      }
      try {
        awaitChange(before, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + what);
      }
    }
  }

  public Optional<ConversationState> conversation(String id) {
    return Optional.ofNullable(conversations.get(id));
  }

  /// One that this person is a member of.
  public ConversationState entered(String userId, String channelId) {
    return locked(() -> {
      ConversationState conversation =
          conversation(channelId)
              .orElseThrow(() -> new IllegalArgumentException("there is no channel " + channelId));
      if (!conversation.members.contains(userId)) {
        throw new IllegalArgumentException("one must be a member of the channel for that");
      }
      return conversation;
    });
  }

  /// A public channel is open to whoever wants in.
  public ConversationState open(String channelId) {
    return conversation(channelId)
        .filter(each -> !each.channel.isPrivate())
        .orElseThrow(() -> new IllegalArgumentException("there is no such public channel"));
  }

  /// The direct conversation between the bot and that person, opened when it wasn't.
  public ConversationState im(String userId) {
    return conversations.values().stream()
        .filter(each -> each.isIm && each.members.contains(userId))
        .findFirst()
        .orElseGet(() -> {
          Conversation channel = new Conversation(ids.next("D0"), "directmessage", true);
          ConversationState im = new ConversationState(channel, true, clock.instant());
          im.members.addAll(List.of(userId, InstalledApp.BOT_USER));
          conversations.put(channel.id(), im);
          return im;
        });
  }

  public Account person(String userId) {
    return Optional.ofNullable(people.get(userId))
        .orElseThrow(() -> new IllegalArgumentException("there is no person " + userId));
  }

  /// At home in another organisation: is not offered the app's commands, shortcuts and Home.
  public boolean isGuest(String userId) {
    return !person(userId).team().isOurs();
  }

  /// What the message was is replaced by what it is; nothing is said to anybody.
  public void put(ConversationState conversation, JsonObject message) {
    conversation.messages.put(Wire.text(message, "ts"), message);
    touch();
  }
}
