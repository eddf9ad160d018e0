package smallsteps.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Two processes of the bot on one database, each with a port and, where there is libfaketime, a
/// clock of its own. Slack's requests go to either of them, as through a balancer.
final class Pair implements AutoCloseable {
  private final Slackside slack;
  private final List<Member> members = new ArrayList<>();

  Pair(Slackside slack, Path folder) throws IOException {
    this.slack = slack;
    for (String name : List.of("a", "b")) {
      members.add(new Member(Files.createDirectories(folder.resolve(name)), slack.newPort()));
    }
  }

  Member any(Random random) {
    return members.get(random.nextInt(members.size()));
  }

  Member other(Member one) {
    return members.get(1 - members.indexOf(one));
  }

  /// One after the other: the first makes the database.
  void start() throws Exception {
    for (Member each : members) {
      each.start();
      each.awaitReady();
    }
  }

  /// By how much their clocks are wrong.
  Set<Duration> wrong() {
    var all = new TreeSet<Duration>();
    for (Member each : members) {
      all.add(each.wrong());
    }
    return all;
  }

  String said() {
    return members.get(0).bot.said() + members.get(1).bot.said();
  }

  @Override
  public void close() {
    members.forEach(Member::close);
  }

  /// One of the two.
  final class Member implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final FakeClock clock;
    private BotProcess bot;

    private Member(Path folder, int port) throws IOException {
      this.folder = folder;
      this.port = port;
      clock = FakeClock.isThere() ? FakeClock.in(folder) : null;
    }

    void start() throws IOException {
      var variables = new HashMap<>(slack.variables());
      variables.put("PORT", Integer.toString(port));
      if (clock != null) {
        variables.putAll(clock.variables());
      }
      bot = Jar.itself(folder, "-Djava.io.tmpdir=" + folder).start(variables);
    }

    void awaitReady() throws InterruptedException {
      bot.awaitReady();
    }

    /// From now on it is told what happens, where Slack comes by HTTP.
    void isTold() {
      slack.tell(port);
    }

    void kill() throws InterruptedException {
      bot.kill();
    }

    void stop() throws Exception {
      bot.signal("STOP");
    }

    void goOn() throws Exception {
      bot.signal("CONT");
    }

    /// Nothing where its clock can't be set.
    void putClock(Duration wrong) throws IOException {
      if (clock != null) {
        clock.put(wrong);
      }
    }

    private Duration wrong() {
      return clock == null ? Duration.ZERO : clock.wrong();
    }

    @Override
    public void close() {
      if (bot != null) {
        bot.close();
      }
    }
  }
}
