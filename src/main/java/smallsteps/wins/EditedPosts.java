package smallsteps.wins;

import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Sql;

/// The bot's posts of wins whose authors have changed the words: the channel is to read the new
/// ones.
final class EditedPosts implements Sending {
  private final Wins wins;
  private final PostedWins posts;
  private final Outbox.Kind kind;

  EditedPosts(Wins wins, PostedWins posts, Outbox outbox) {
    this.wins = wins;
    this.posts = posts;
    kind = outbox.kind("win_edit", this);
  }

  void owe(Sql sql, Channel channel, String sourceId) {
    kind.owe(sql, channel, sourceId);
  }

  @Override
  public Wanted wanted(Debt debt) {
    return wins.find(debt.channel(), debt.subject())
        .filter(win -> win.ts() != null)
        .map(this::edit)
        .map(Wanted::now)
        .orElseGet(() -> Wanted.noMore("erased"));
  }

  private Act edit(Win win) {
    var message = new MessageId(win.teamId(), win.channelId(), win.ts());
    return new Act.Edit(message, posts.inPlace(win));
  }
}
