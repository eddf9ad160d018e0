package smallsteps.wins;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Keeps wins and erases them. What the bot then owes Slack, its post or its seedling, and that it
/// is taken away again, is owed in the same transaction.
final class KeptWins {
  private final Database database;
  private final PostedWins posts;
  private final Confirmations confirmations;
  private final Outbox outbox;

  KeptWins(Database database, PostedWins posts, Confirmations confirmations, Outbox outbox) {
    this.database = database;
    this.posts = posts;
    this.confirmations = confirmations;
    this.outbox = outbox;
  }

  /// A message, which is confirmed. False when it is kept already, or was and is erased.
  boolean add(KeptWin kept) {
    return database.write(sql -> confirmed(sql, kept, new WinStore(sql).add(kept, null)));
  }

  /// As `add`, for a win that the bot is to post.
  boolean addToPost(KeptWin kept) {
    return addToPost(kept, _ -> {});
  }

  /// @param also is kept with it where it is new
  boolean addToPost(KeptWin kept, Consumer<Sql> also) {
    return database.write(sql -> {
      boolean isNew = new WinStore(sql).add(kept, null);
      if (isNew) {
        also.accept(sql);
        posts.owe(sql, kept);
      }
      return isNew;
    });
  }

  /// As `add`, but one that was erased is kept again: its author asks for it.
  boolean save(KeptWin kept) {
    return database.write(sql -> addAgain(sql, kept, null));
  }

  /// As `save`.
  ///
  /// @param editedTs when an edit made it one; null where it is as it was said
  boolean addAgain(Sql sql, KeptWin kept, String editedTs) {
    return confirmed(sql, kept, new WinStore(sql).addAgain(kept, editedTs));
  }

  private boolean confirmed(Sql sql, KeptWin kept, boolean isNew) {
    if (isNew) {
      Win win = kept.win();
      confirmations.owe(sql, new MessageId(win.teamId(), win.channelId(), win.ts()));
    }
    return isNew;
  }

  /// Whose message is gone, and the bot's seedling with it.
  void erase(MessageId message) {
    database.write(sql -> {
      new WinStore(sql).erase(message);
      return null;
    });
  }

  /// Erases all of a person's. What the bot has put into channels for them goes as well: its posts,
  /// and its seedlings.
  int forget(User user) {
    int erased = 0;
    int some;
    do {
      some = database.write(sql -> forgetSome(sql, user));
      erased += some;
    } while (some > 0);
    return erased;
  }

  private int forgetSome(Sql sql, User user) {
    var store = new WinStore(sql);
    List<WinStore.Standing> standing = store.standing(user);
    for (WinStore.Standing its : standing) {
      store.erase(its);
      if (its.message().ts() != null) {
        takeAway(sql, its.message(), its.isByBot());
      }
    }
    return standing.size();
  }

  /// What the bot has put into the channel for an erased one: its post, or its seedling.
  ///
  /// @param isByBot whether the message is the bot's
  void takeAway(Sql sql, MessageId message, boolean isByBot) {
    if (isByBot) {
      outbox.oweDeletion(sql, message);
    } else {
      confirmations.owe(sql, message);
    }
  }

  List<Map<String, Object>> export(User user) {
    return database.read(sql -> new WinStore(sql).export(user));
  }
}
