package smallsteps.spread;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.ChannelLanguages;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Told;
import smallsteps.wins.Wins;

/// Spread: "I did it too", and how far the idea has come.
public final class SpreadFeature implements Feature {
  private final TooForm form;
  private final TagsForm tags;
  private final TagStore store;

  /// What the room gets from others.
  ///
  /// @param tell keeps and posts the small thing that follows
  public record Neighbours(
      Wins wins,
      Spread spread,
      ChannelLanguages languages,
      BiFunction<Told, Language, Reply> tell) {}

  public SpreadFeature(Words words, Database database, Neighbours neighbours, InstantSource clock) {
    store = new TagStore(database);
    form = new TooForm(words, database, neighbours, clock);
    tags = new TagsForm(words, store);
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
    return List.of(new UserTable("spread_tag", store::forget, store::export));
  }
}
