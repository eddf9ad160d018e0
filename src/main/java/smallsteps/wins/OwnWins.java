package smallsteps.wins;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// What a person does with wins of their own: edits, deletes, hides, shows. A button that has
/// outlived its win does nothing.
final class OwnWins {
  private final Words words;
  private final OwnWinStore store;
  private final PostedWins posts;
  private final InstantSource clock;

  OwnWins(Words words, OwnWinStore store, PostedWins posts, InstantSource clock) {
    this.words = words;
    this.store = store;
    this.posts = posts;
    this.clock = clock;
  }

  Reply openEditor(Request.Action pressed) {
    return store
        .find(pressed.user(), pressed.value())
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
    return store
        .edit(filled.user(), filled.privateMetadata(), text, clock.instant())
        .filter(kept -> kept.isByBot() && kept.message() != null)
        .<Reply>map(kept -> new Reply.EditMessage(kept.message(), posts.content(kept.own().win())))
        .orElseGet(Reply::nothing);
  }

  Reply delete(Request.Action pressed) {
    return store.erase(pressed.user(), pressed.value()).map(this::gone).orElseGet(Reply::nothing);
  }

  /// What the bot has put into the channel goes as well.
  private Reply gone(OwnWinStore.Kept kept) {
    MessageId message = kept.message();
    if (message == null) {
      return Reply.nothing();
    }
    return kept.isByBot()
        ? new Reply.DeleteMessages(List.of(message))
        : new Reply.Unreact(message, Wins.CONFIRMS);
  }

  Reply hide(Request.Action pressed) {
    store.hide(pressed.user(), pressed.value(), true);
    return Reply.nothing();
  }

  Reply show(Request.Action pressed) {
    store.hide(pressed.user(), pressed.value(), false);
    return Reply.nothing();
  }
}
