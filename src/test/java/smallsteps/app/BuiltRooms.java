package smallsteps.app;

import java.time.Instant;
import java.util.Optional;
import smallsteps.People;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;

/// The rooms as the bot builds them, for tests that ask what they own.
final class BuiltRooms {
  private BuiltRooms() {}

  static BotRooms on(Database database) {
    ConfigFiles files = ConfigFiles.packed();
    Settings settings = Settings.load(files);
    Words words = Words.load(files, settings.language());
    var nobodyKnown = new People.Person(settings.language(), settings.zone());
    return new BotRooms(
        files,
        settings,
        words,
        database,
        () -> Instant.EPOCH,
        _ -> nobodyKnown,
        Optional::empty,
        new Outbox(database, () -> Instant.EPOCH, Outbox.Terms.NONE));
  }
}
