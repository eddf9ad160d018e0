package smallsteps.spread;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import smallsteps.ChannelLanguages;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.wins.Told;
import smallsteps.wins.Wins;

/// Spread: "I did it too", and how far the idea has come.
public final class SpreadFeature implements Feature {
  private final TooForm form;
  private final TagsForm tags;
  private final Database database;

  /// What the room gets from others.
  public record Neighbours(Wins wins, Spread spread, ChannelLanguages languages, Telling telling) {}

  /// Keeps and posts the small thing that follows.
  public interface Telling {

    /// @param also is kept with it, in the same transaction
    Reply tell(Told told, Language reader, Consumer<Sql> also);
  }

  public SpreadFeature(Words words, Database database, Neighbours neighbours, InstantSource clock) {
    this.database = database;
    form = new TooForm(words, database, neighbours, clock);
    tags = new TagsForm(words, database);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(Wins.TOO_ACTION, form::pressed),
        new Listener.MessageShortcut("did_it_too", "spread.shortcuts.too", form::used),
        new Listener.ViewSubmission(TooModal.CALLBACK, form::submitted),
        new Listener.GlobalShortcut("spread_tags", "spread.shortcuts.tags", tags::open),
        new Listener.Action(Spread.TAGS_ACTION, tags::open),
        new Listener.ViewSubmission(TagsModal.CALLBACK, tags::submitted));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "spread_tag",
            user -> database.write(sql -> new TagStore(sql).forget(user)),
            user -> database.read(sql -> new TagStore(sql).export(user))));
  }
}
