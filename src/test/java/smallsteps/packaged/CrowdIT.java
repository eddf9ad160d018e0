package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.bench.Strangers;

/// The packaged bot among strangers, with the image's memory: less of them than in the benchmark,
/// and enough to end it or to keep Slack out if each held what it announces, or stayed for ever.
class CrowdIT {
  private static final int STRANGERS = 900;
  private static final int SAID = 20;

  @TempDir Path folder;

  @Test
  @Timeout(240)
  void slackGetsThroughACrowdOfStrangers() throws Exception {
    var jar = Jar.itself(folder, "-XX:+UseSerialGC", "-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    try (var slack = new Slackside(Slackside.Transport.HTTP, folder);
        var bot = slack.start(jar);
        var strangers = new Strangers(URI.create(bot.awaitReady()).getPort(), STRANGERS)) {
      while (strangers.opened() < 2 * STRANGERS) { // so they have begun, and some have come again
        Thread.onSpinWait();
      }

      for (int i = 0; i < SAID; i++) {
        slack.workspace.alva().say(slack.channel, "Jag gjorde en liten sak: märkte dörr " + i);
      }

      slack.workspace.retryUntilAcknowledged(); // four attempts, as Slack's
      assertThat(Jar.itself(folder).run(slack.variables(), "export").out()).hasLineCount(SAID);
    }
  }
}
