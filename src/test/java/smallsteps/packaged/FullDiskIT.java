package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The packaged bot on a disk of its own of 2 MiB, which is full for a while. The disk is a tmpfs
/// in a namespace of the process, which takes no rights; where the system gives none, this is
/// skipped.
class FullDiskIT {
  private static final String LONG = "labelled the door ".repeat(150);
  private static final List<String> ON_A_SMALL_DISK =
      List.of(
          "unshare",
          "--user",
          "--map-root-user",
          "--mount",
          "sh",
          "-c",
          "mount -t tmpfs -o size=2m,mode=0700 small data && exec \"$@\"",
          "sh");

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void whatFindsNoRoomOnTheDiskIsKeptOnceWhenThereIs() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    try (var slack = new Slackside(Slackside.Transport.HTTP, folder)) {
      var command = new ArrayList<>(ON_A_SMALL_DISK);
      assumeTrue(isGiven(command), "no small disk without rights on this system");
      command.addAll(Jar.itself(folder).command());
      try (var bot = new Jar(command, folder).start(slack.variables(), "run")) {
        String health = bot.awaitReady();
        Path disk = Path.of("/proc/" + bot.pid() + "/root" + slack.data());

        slack.workspace.ackLimit(Duration.ofSeconds(30)); // what is refused is refused by an answer
        var said = new ArrayList<String>();
        while (slack.workspace.unacknowledged().isEmpty()) {
          said.add(slack.workspace.ben().say(slack.channel, "I did a small thing: " + LONG));
          fill(disk.resolve("filler"));
        }
        assertThat(BotProcess.page(health).statusCode()).isEqualTo(503);
        assertThat(BotProcess.page(health).body()).contains("the disk is full");

        Files.delete(disk.resolve("filler"));
        slack.workspace.retryUntilAcknowledged();

        // One that was refused late may have come last: the next that is kept tells that all is
        // well.
        said.add(slack.workspace.ben().say(slack.channel, "I did a small thing: " + LONG));
        slack.workspace.retryUntilAcknowledged();
        slack.workspace.await(
            "health",
            () -> Optional.of(BotProcess.page(health)).filter(told -> told.statusCode() == 200));
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        for (String file : List.of("smallsteps.db", "smallsteps.db-wal")) {
          Files.copy(disk.resolve(file), copy.resolve(file));
        }
        var variables = slack.variables();
        variables.put("DATABASE_URL", "jdbc:sqlite:" + copy.resolve("smallsteps.db"));
        String exported = Jar.itself(folder).run(variables, "export").out();
        assertThat(exported).hasLineCount(said.size()).contains(said);
      }
    }
  }

  private static boolean isGiven(List<String> smallDisk) throws Exception {
    var tried = new ArrayList<>(smallDisk);
    tried.set(tried.indexOf("sh") + 2, "mount -t tmpfs -o size=2m small /mnt");
    try {
      return new ProcessBuilder(tried).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /// Whatever room there is.
  private static void fill(Path file) {
    try (var out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      // as was wanted
    }
  }
}
