package smallsteps.scenes;

import java.nio.file.Path;
import java.time.Duration;
import smallsteps.Secret;
import smallsteps.app.Bot;
import smallsteps.app.RehearsedBot;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.storage.Migrated;
import smallsteps.storage.TemporaryFolder;

/// What `rehearse` starts: a workspace whose clock people move, the bot that goes by it, and a
/// scene that has been played.
final class Rehearsal implements AutoCloseable {
  private static final Duration ON_A_BUSY_MACHINE = Duration.ofMinutes(1);

  final Workspace workspace;
  private final TemporaryFolder folder = new TemporaryFolder();
  private final Bot bot;

  Rehearsal(Script script) throws Exception {
    workspace = Workspace.start(0, script);
    workspace.ackLimit(ON_A_BUSY_MACHINE);
    workspace.install(ConfigFiles.packed().read("manifest.json"));
    Path database = folder.file("smallsteps.db");
    bot = new Bot(environment(database), workspace.clock(), () -> {});
    bot.awaitReady(ON_A_BUSY_MACHINE);
    workspace.bot(new RehearsedBot(bot));
    try {
      workspace.play(script, 0, () -> false);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Environment environment(Path database) {
    return new Environment(
        new Secret(workspace.botToken()),
        new Secret(workspace.appToken()),
        null,
        workspace.apiUrl(),
        "127.0.0.1",
        0,
        Migrated.url(database),
        null);
  }

  Conversation channel() {
    return workspace.channel("små-steg");
  }

  Bot bot() {
    return bot;
  }

  @Override
  public void close() {
    bot.close();
    workspace.close();
    folder.close();
  }
}
