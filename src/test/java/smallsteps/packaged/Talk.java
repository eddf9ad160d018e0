package smallsteps.packaged;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.state.Conversation;

/// What has been said so far, for people to come back to, and what was asked by command, of which
/// Slack itself shows nothing.
final class Talk {
  private static final Pattern NOTHING_KEPT =
      Pattern.compile("nothing was saved|ingenting sparades|inget sparades");
  static final String PHRASE = "I did a small thing: ";

  /// A message to answer, react to, edit or delete.
  static final class Said {
    final Conversation channel;
    final String ts;

    /// Whoever deletes is alone with it.
    final ReadWriteLock lock = new ReentrantReadWriteLock();

    volatile boolean isDeleted;

    Said(Conversation channel, String ts) {
      this.channel = channel;
      this.ts = ts;
    }
  }

  /// A win said by `/smallthing`; its text is nobody else's.
  record Commanded(Conversation channel, String userId, String text, Answered answer) {

    /// Whether the bot said that it has it: it may say as well that it could keep nothing just now.
    boolean isAcknowledged() {
      return isKept(answer);
    }

    @Override
    public String toString() {
      return "/smallthing " + text + " -> " + answer + " " + answer.messages();
    }
  }

  /// A nudge promised by `/nudge now`, due at some second between the two, by a clock that is wrong
  /// by one of these.
  record Promised(
      Conversation channel, Instant from, Instant to, Set<Duration> wrong, Answered answer) {
    boolean isAcknowledged() {
      return isKept(answer);
    }
  }

  private static boolean isKept(Answered answer) {
    return answer.acked()
        && answer.messages().stream().noneMatch(told -> NOTHING_KEPT.matcher(told.text()).find());
  }

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();
  final Queue<Commanded> commanded = new ConcurrentLinkedQueue<>();
  final Queue<Promised> promised = new ConcurrentLinkedQueue<>();

  /// Messages that began as something else: when an edit makes one of them a win, the bot asks
  /// Slack which reactions it has, after its acknowledgement.
  final Set<String> begunOtherwise = ConcurrentHashMap.newKeySet();

  /// @param sentence as it begins
  Said add(Conversation channel, String ts, String sentence) {
    if (!sentence.startsWith(PHRASE)) {
      begunOtherwise.add(ts);
    }
    return add(channel, ts);
  }

  Said add(Conversation channel, String ts) {
    var message = new Said(channel, ts);
    said.add(message);
    return message;
  }

  /// Any of the last fifty.
  Optional<Said> any(Random random) {
    int size = said.size();
    return size == 0
        ? Optional.empty()
        : Optional.of(said.get(size - 1 - random.nextInt(Math.min(size, 50))));
  }

  boolean knows(String ts) {
    return said.stream().anyMatch(each -> each.ts.equals(ts));
  }

  void count(String what) {
    counts.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
  }

  Map<String, Integer> counts() {
    var all = new TreeMap<String, Integer>();
    counts.forEach((what, count) -> all.put(what, count.get()));
    return all;
  }
}
