package smallsteps.wins;

import static smallsteps.BlockKit.context;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import java.util.List;
import smallsteps.Reply;
import smallsteps.config.Words;

/// The modal in which one changes what is kept of a win.
final class EditWinModal {
  static final String CALLBACK = "win_edit";
  static final String TEXT = "win_edit_text";
  private static final int TEXT_LENGTH = 3000;

  private EditWinModal() {}

  static Reply.OpenView open(Words.Sentences say, OwnWinStore.Kept kept) {
    String what = say.say(kept.isByBot() ? "wins.edit.of_bots" : "wins.edit.of_message");
    var text =
        textInput(TEXT, TEXT_LENGTH)
            .initialValue(say.names(kept.own().win().text()))
            .focusOnLoad(true);
    return new Reply.OpenView(
        modal(
                say.plain("wins.edit.title"),
                say.plain("wins.cancel"),
                List.of(input(TEXT, say.plain("wins.text"), text.build()), context(what)))
            .callbackId(CALLBACK)
            .privateMetadata(kept.own().key())
            .submit(submit(say.plain("wins.submit")))
            .build());
  }
}
