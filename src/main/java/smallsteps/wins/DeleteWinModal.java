package smallsteps.wins;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;

import java.util.List;
import smallsteps.Reply;
import smallsteps.Shortened;
import smallsteps.config.Words;

/// The modal that asks before a win is deleted.
final class DeleteWinModal {
  static final String CALLBACK = "win_delete";

  /// Escaped it may be five times as long, and a section holds 3000.
  private static final int SHOWN = 500;

  private DeleteWinModal() {}

  static Reply.OpenView open(Words.Sentences say, OwnWin own) {
    String text = Shortened.to(say.names(own.win().text()), SHOWN);
    return new Reply.OpenView(
        modal(
                say.plain("wins.delete.title"),
                say.plain("wins.delete.no"),
                List.of(
                    section(say.say("wins.delete.which", "text", text)),
                    section(say.say("wins.delete.what"))))
            .callbackId(CALLBACK)
            .privateMetadata(own.key())
            .submit(submit(say.plain("wins.delete.yes")))
            .build());
  }
}
