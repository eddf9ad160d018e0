package smallsteps.wins;

import java.util.Optional;
import smallsteps.Act;
import smallsteps.MessageId;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// The bot's posts of wins whose authors have changed the words: the channel is to read the new
/// ones.
final class EditedPosts implements Sending {
  private static final String BY_SOURCE =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND source_id = ?
        AND origin = 'posted' AND ts IS NOT NULL AND deleted = 0
      """;

  private final Database database;
  private final PostedWins posts;
  private final Outbox.Kind kind;

  EditedPosts(Database database, PostedWins posts, Outbox outbox) {
    this.database = database;
    this.posts = posts;
    kind = outbox.kind("win_edit", this);
  }

  void owe(Sql sql, String teamId, String channelId, String sourceId) {
    kind.owe(sql, teamId, channelId, sourceId);
  }

  @Override
  public Wanted wanted(Debt debt) {
    Optional<Win> win =
        database.read(sql ->
            sql.first(BY_SOURCE, Wins::win, debt.teamId(), debt.channelId(), debt.subject()));
    return win.map(this::edit).map(Wanted::now).orElseGet(() -> Wanted.noMore("erased"));
  }

  private Act edit(Win win) {
    var message = new MessageId(win.teamId(), win.channelId(), win.ts());
    return new Act.Edit(message, posts.inPlace(win));
  }
}
