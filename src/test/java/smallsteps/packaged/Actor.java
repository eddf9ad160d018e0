package smallsteps.packaged;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import smallsteps.packaged.Talk.Said;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;

/// A person at one device: does one thing after the other, each chosen at random.
final class Actor {
  private final Person person;
  private final String name;
  private final List<String> emoji;
  private final Workspace workspace;
  private final List<Conversation> channels;
  private final Talk talk;
  private final Supplier<Set<Duration>> wrong;
  private final Random random;
  private final List<Said> own = new ArrayList<>();
  private final Set<String> given = new HashSet<>();
  private int number;

  /// @param wrong by how much the bots' clocks are
  Actor(
      Person person,
      String device,
      Workspace workspace,
      List<Conversation> channels,
      Talk talk,
      Supplier<Set<Duration>> wrong,
      Random random) {
    this.person = person;
    name = person.name() + "'s " + device;
    emoji = device.equals("phone") ? List.of("tada", "+1::skin-tone-3") : List.of("heart", "eyes");
    this.workspace = workspace;
    this.channels = channels;
    this.talk = talk;
    this.wrong = wrong;
    this.random = random;
  }

  void act() {
    int chance = random.nextInt(100);
    if (chance < 30) {
      say();
    } else if (chance < 38) {
      reply();
    } else if (chance < 55) {
      edit();
    } else if (chance < 62) {
      delete();
    } else if (chance < 90) {
      react();
    } else if (chance < 95) {
      command();
    } else {
      nudge();
    }
  }

  private Conversation channel() {
    return channels.get(random.nextInt(channels.size()));
  }

  private String text() {
    return name + " did " + ++number;
  }

  /// Now and then what is said is no win.
  private String sentence() {
    return random.nextInt(8) == 0 ? "Good morning, " + text() : Talk.PHRASE + text();
  }

  private void say() {
    Conversation channel = channel();
    String sentence = sentence();
    own.add(talk.add(channel, person.say(channel, sentence), sentence));
    talk.count("messages");
  }

  private void reply() {
    Optional<Said> parent = talk.any(random);
    parent.ifPresent(to ->
        shared(
            to,
            () -> {
              String sentence = sentence();
              String ts = person.reply(to.channel, to.ts, sentence);
              own.add(talk.add(to.channel, ts, sentence));
              talk.count("replies");
            }));
  }

  private void edit() {
    if (!own.isEmpty()) {
      Said mine = own.get(random.nextInt(own.size()));
      person.edit(mine.channel, mine.ts, Talk.PHRASE + text());
      talk.count("edits");
    }
  }

  private void delete() {
    if (!own.isEmpty()) {
      Said mine = own.remove(random.nextInt(own.size()));
      locked(
          mine.lock.writeLock(),
          () -> {
            person.delete(mine.channel, mine.ts);
            mine.isDeleted = true;
            talk.count("deletions");
          });
    }
  }

  private void react() {
    Optional<Said> message = talk.any(random);
    message.ifPresent(to ->
        shared(
            to,
            () -> {
              String name = emoji.get(random.nextInt(emoji.size()));
              String reaction = to.ts + " " + name;
              if (given.add(reaction)) {
                person.react(to.channel, to.ts, name);
                talk.count("reactions");
              } else {
                given.remove(reaction);
                person.unreact(to.channel, to.ts, name);
                talk.count("reactions taken away");
              }
            }));
  }

  private void command() {
    Conversation channel = channel();
    String text = text();
    Answered answer = person.command(channel, "/smallthing " + text);
    talk.commanded.add(new Talk.Commanded(channel, person.id(), text, answer));
    talk.count(answer.acked() ? "/smallthing" : "/smallthing, not answered");
  }

  void nudge() {
    Conversation channel = channel();
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Answered answer = person.command(channel, "/nudge now");
    if (answer.acked()) {
      talk.promised.add(new Talk.Promised(channel, from, Instant.now(), wrong.get(), answer));
      talk.count("/nudge now");
    } else {
      talk.count("/nudge now, not answered");
    }
    workspace.messages(channel).stream()
        .filter(each -> !each.metadata().isEmpty() && !talk.knows(each.ts()))
        .forEach(each -> talk.add(channel, each.ts()));
  }

  /// With others, on a message that is still there.
  private static void shared(Said message, Runnable work) {
    locked(
        message.lock.readLock(),
        () -> {
          if (!message.isDeleted) {
            work.run();
          }
        });
  }

  private static void locked(Lock lock, Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
