package smallsteps.wins;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import smallsteps.Mentions;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// What a person does with wins of their own: edits, deletes, hides, shows. A button that has
/// outlived its win does nothing.
final class OwnWins {
  private final Words words;
  private final Database database;
  private final KeptWins keptWins;
  private final EditedPosts editedPosts;
  private final InstantSource clock;

  OwnWins(
      Words words,
      Database database,
      KeptWins keptWins,
      EditedPosts editedPosts,
      InstantSource clock) {
    this.words = words;
    this.database = database;
    this.keptWins = keptWins;
    this.editedPosts = editedPosts;
    this.clock = clock;
  }

  Reply openEditor(Request.Action pressed) {
    return database
        .read(sql -> new OwnWinStore(sql).find(pressed.user(), pressed.value()))
        .filter(kept -> kept.own().isEditable())
        .<Reply>map(kept -> EditWinModal.open(words.in(pressed.language()), kept))
        .orElseGet(Reply::nothing);
  }

  Reply edited(Request.ViewSubmission filled) {
    String text = WinPhrase.tidy(filled.text(EditWinModal.TEXT));
    if (text.isEmpty()) {
      String missing = words.in(filled.language()).plain("wins.text_missing");
      return new Reply.ViewErrors(Map.of(EditWinModal.TEXT, missing));
    }
    Instant now = clock.instant();
    database.write(sql -> {
      new OwnWinStore(sql)
          .find(filled.user(), filled.privateMetadata())
          .filter(found -> found.own().isEditable())
          .ifPresent(found -> edit(sql, filled.user(), found, text, now));
      return null;
    });
    return Reply.nothing();
  }

  private void edit(Sql sql, User user, OwnWinStore.Kept before, String text, Instant now) {
    Win win = before.own().win();
    String key = before.own().key();
    new OwnWinStore(sql).edit(user, key, Mentions.linked(text, win.text().kept()), now);
    if (before.isByBot()) {
      editedPosts.owe(sql, win.channel(), OwnWin.Key.of(key).sourceId());
    }
  }

  Reply askToDelete(Request.Action pressed) {
    return database
        .read(sql -> new OwnWinStore(sql).find(pressed.user(), pressed.value()))
        .<Reply>map(kept -> DeleteWinModal.open(words.in(pressed.language()), kept.own()))
        .orElseGet(Reply::nothing);
  }

  Reply deleted(Request.ViewSubmission sure) {
    database.write(sql -> {
      new OwnWinStore(sql)
          .find(sure.user(), sure.privateMetadata())
          .ifPresent(found -> erase(sql, found));
      return null;
    });
    return Reply.nothing();
  }

  /// What the bot has put into the channel goes as well.
  private void erase(Sql sql, OwnWinStore.Kept kept) {
    OwnWin.Key its = OwnWin.Key.of(kept.own().key());
    new WinStore(sql).eraseSource(kept.own().win().channel(), its.sourceId());
    boolean stands = kept.message() != null; // one on its way is not posted any more
    if (stands) {
      keptWins.takeAway(sql, kept.message(), kept.isByBot());
    }
  }

  Reply hide(Request.Action pressed) {
    return hide(pressed, true);
  }

  Reply show(Request.Action pressed) {
    return hide(pressed, false);
  }

  private Reply hide(Request.Action pressed, boolean hidden) {
    database.write(sql -> {
      new OwnWinStore(sql).hide(pressed.user(), pressed.value(), hidden);
      return null;
    });
    return Reply.nothing();
  }
}
