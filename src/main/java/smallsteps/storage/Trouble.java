package smallsteps.storage;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps the store from its work, as the last writes and reads have shown; logged when it
/// begins and when it is over. A full disk still takes the smallest writes, so that a look alone
/// would not show it.
final class Trouble {
  private static final Logger log = LoggerFactory.getLogger(Trouble.class);
  private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

  private record Met(StoreFault fault, long at) {}

  private final Location location;
  private volatile Met met; // null when all is well
  private volatile StoreFault forGood; // null unless nothing more is ever written

  Trouble(Location location) {
    this.location = location;
  }

  void met(StoreFault fault) {
    if (!fault.isTrouble() || forGood != null) {
      return;
    }
    if (fault.isForGood()) {
      forGood = fault;
    }
    Met before = met;
    met = new Met(fault, System.nanoTime());
    if (before == null || before.fault() != fault) {
      log.error(fault.sentence(location.name()));
      if (fault == StoreFault.DAMAGED) {
        Thread.ofVirtual().name("damage").start(this::confirmDamage);
      }
    }
  }

  boolean stands() {
    return met != null;
  }

  /// Something was written and is on disk.
  void over() {
    if (forGood == null) {
      met = null;
      log.info("The database is written again.");
    }
  }

  /// For good: what is written into a damaged file is lost when a backup takes its location.
  private void confirmDamage() {
    if (location.damage().isPresent()) {
      forGood = StoreFault.DAMAGED;
    }
  }

  /// @throws StoreException when nothing more may be written
  void requireWritable() {
    StoreFault fault = forGood;
    if (fault != null) {
      throw new StoreException(fault);
    }
  }

  /// Whether what stands there now is another file's, and no byte of the one that was open may get
  /// into it.
  boolean isOverwritten() {
    return forGood == StoreFault.OVERWRITTEN;
  }

  /// In a sentence. What was met a while ago and not since is over, where nobody wrote.
  Optional<String> now() {
    StoreFault fault = forGood;
    if (fault != null) {
      return Optional.of(fault.sentence());
    }
    return Optional.ofNullable(met)
        .filter(last -> System.nanoTime() - last.at() < REMEMBERED)
        .map(last -> last.fault().sentence());
  }
}
