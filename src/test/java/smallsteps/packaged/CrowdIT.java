package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.bench.Strangers;

/// The packaged bot among strangers, with the image's memory. What somebody types is sent once by
/// Slack: each has to get through at the first attempt, and how fast this machine is just now is
/// not what is tried.
@Timeout(600)
class CrowdIT {
  /// More than there is room for.
  private static final int STRANGERS = 2100;

  private static final int SAID = 20;

  @TempDir Path folder;

  /// They would end the bot if each got the memory that it wants.
  @Test
  void slackGetsThroughACrowdOfStrangers() throws Exception {
    assertSlackGetsThrough(2 * STRANGERS, Strangers.Kind.values());
  }

  /// They would keep Slack out if each stayed as long as it wants.
  @Test
  void slackGetsThroughWhereSilentOnesTakeAllTheRoomThereIs() throws Exception {
    assertSlackGetsThrough(STRANGERS + 1, Strangers.Kind.SILENT);
  }

  /// @param first so many connections of theirs there are before Slack comes
  private void assertSlackGetsThrough(int first, Strangers.Kind... kinds) throws Exception {
    var jar = Jar.itself(folder, "-XX:+UseSerialGC", "-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    try (var slack = new Slackside(Slackside.Transport.HTTP, folder);
        var bot = slack.start(jar)) {
      int port = URI.create(bot.awaitReady()).getPort();
      slack.workspace.ackLimit(Duration.ofMinutes(1));
      try (var strangers = new Strangers(port, STRANGERS, kinds)) {
        strangers.awaitOpened(first);
        for (int i = 0; i < SAID; i += 2) {
          slack.tell(port); // over a new connection, and then over the same one
          assertIsHeard(slack, "märkte dörr " + i);
          assertIsHeard(slack, "märkte dörr " + (i + 1));
        }
      }
      assertThat(Jar.itself(folder).run(slack.variables(), "export").out()).hasLineCount(SAID);
    }
  }

  private static void assertIsHeard(Slackside slack, String done) {
    var answer = slack.workspace.alva().command(slack.channel, "/smallthing " + done);
    assertThat(answer.acked()).as(answer.toString()).isTrue();
  }
}
