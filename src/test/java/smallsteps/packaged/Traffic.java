package smallsteps.packaged;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;

/// Three people, each with a phone and a laptop, who say small things, edit and delete them, react
/// to them and ask for nudges, all at once.
final class Traffic {
  private final List<Actor> actors = new ArrayList<>();
  private final Actor impatient;
  private final Talk talk = new Talk();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

  /// @param wrong by how much the bots' clocks are
  Traffic(
      Workspace workspace,
      List<Conversation> channels,
      Supplier<Set<Duration>> wrong,
      Random random) {
    for (Person person : List.of(workspace.alva(), workspace.ben(), workspace.cleo())) {
      for (String device : List.of("phone", "laptop")) {
        var own = new Random(random.nextLong());
        actors.add(new Actor(person, device, workspace, channels, talk, wrong, own));
      }
    }
    impatient =
        new Actor(
            workspace.ben(),
            "tablet",
            workspace,
            channels,
            talk,
            wrong,
            new Random(random.nextLong()));
  }

  /// So many acts, shared by all.
  final class Burst {
    private final CountDownLatch begun;
    private final List<Thread> threads = new ArrayList<>();

    /// @param moment how many acts have begun when [#awaitMoment] returns
    private Burst(int acts, int moment) {
      begun = new CountDownLatch(moment);
      var left = new AtomicInteger(acts);
      for (Actor actor : actors) {
        threads.add(Thread.ofVirtual().start(() -> act(actor, left)));
      }
    }

    private void act(Actor actor, AtomicInteger left) {
      try {
        while (left.getAndDecrement() > 0) {
          begun.countDown();
          actor.act();
        }
      } catch (Throwable failure) {
        failures.add(failure);
      }
    }

    /// In the midst of it.
    void awaitMoment() throws InterruptedException {
      begun.await();
    }

    void awaitEnd() throws InterruptedException {
      for (Thread thread : threads) {
        thread.join();
      }
      if (!failures.isEmpty()) {
        throw new AssertionError("An act failed that people can do in Slack.", failures.peek());
      }
    }
  }

  /// Returns when the bot has promised one, or can't be reached: it has still to be posted.
  void askForNudge() {
    impatient.nudge();
  }

  Burst begin(int acts, int moment) {
    return new Burst(acts, moment);
  }

  Talk talk() {
    return talk;
  }
}
