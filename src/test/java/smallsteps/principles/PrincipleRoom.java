package smallsteps.principles;

import com.slack.api.model.block.element.ButtonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import smallsteps.Buttons;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Owed;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

/// The room as Slack reaches it: through its listeners, with the packed texts. The channel reads
/// English, the setting is Swedish.
final class PrincipleRoom {
  static final Language SV = new Language("sv");
  static final Language EN = new Language("en");
  static final User ANNA = new User("T1", "U1");

  final Principles principles;
  private final Database database;
  private final Outbox outbox;
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final Listener.Command command;
  private final Listener.Action action;

  PrincipleRoom() {
    this(ConfigFiles.packed());
  }

  PrincipleRoom(ConfigFiles files) {
    principles = Principles.load(files, SV);
    InstantSource clock = () -> now;
    database = Migrated.open(file());
    outbox = new Outbox(database, clock, Owed.terms("one"));
    RandomGenerator alwaysTheSeventh = () -> 12L << 32;
    var feature =
        new PrinciplesFeature(
            principles,
            Words.load(files, SV),
            _ -> EN,
            database,
            outbox,
            clock,
            ZoneId.of("Europe/Stockholm"),
            alwaysTheSeventh);
    List<Listener> listeners = feature.listeners();
    command = (Listener.Command) listeners.get(0);
    action = (Listener.Action) listeners.get(1);
  }

  private static Path file() {
    try {
      Path folder = Files.createTempDirectory("principles");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("smallsteps.db");
      List.of("", "-wal", "-shm")
          .forEach(end -> folder.resolve("smallsteps.db" + end).toFile().deleteOnExit());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is on its way to channels.
  List<Owed> owed() {
    return Owed.claimed(outbox, ANNA.teamId(), now);
  }

  void itIs(String instant) {
    now = Instant.parse(instant);
  }

  Reply typed(String text, Language language) {
    return command.answer().apply(new Request.Command(ANNA, language, "C1", text));
  }

  /// The answer to what was typed, which is for the asker alone.
  Content shown(String text, Language language) {
    return switch (typed(text, language)) {
      case Reply.OnlyYou(Content content, String channelId) when channelId == null -> content;
      case Reply other -> throw new AssertionError("Not for the asker alone: " + other);
    };
  }

  Reply pressed(ButtonElement button, Language language, MessageId on) {
    return action
        .answer()
        .apply(
            new Request.Action(ANNA, language, button.getActionId(), button.getValue(), "C1", on));
  }

  String command() {
    return command.name();
  }

  String actionId() {
    return action.actionId();
  }

  static List<String> buttonValues(Content content) {
    return Buttons.of(content).stream().map(ButtonElement::getValue).toList();
  }
}
