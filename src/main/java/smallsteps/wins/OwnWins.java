package smallsteps.wins;

import java.time.InstantSource;
import java.util.Map;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// What a person does with wins of their own: edits, deletes, hides, shows. A button that has
/// outlived its win does nothing.
final class OwnWins {
  private final Words words;
  private final OwnWinStore store;
  private final InstantSource clock;

  OwnWins(Words words, OwnWinStore store, InstantSource clock) {
    this.words = words;
    this.store = store;
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
    store.edit(filled.user(), filled.privateMetadata(), text, clock.instant());
    return Reply.nothing();
  }

  Reply delete(Request.Action pressed) {
    store.erase(pressed.user(), pressed.value());
    return Reply.nothing();
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
