package smallsteps.wins;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
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
    return new Reply.OpenView(
        View.builder()
            .type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(kept.own().key())
            .title(
                ViewTitle.builder().type("plain_text").text(say.plain("wins.edit.title")).build())
            .submit(ViewSubmit.builder().type("plain_text").text(say.plain("wins.submit")).build())
            .close(ViewClose.builder().type("plain_text").text(say.plain("wins.cancel")).build())
            .blocks(
                List.of(
                    input(say, kept.own().win().text()),
                    ContextBlock.builder()
                        .elements(List.of(MarkdownTextObject.builder().text(what).build()))
                        .build()))
            .build());
  }

  private static InputBlock input(Words.Sentences say, String text) {
    return InputBlock.builder()
        .blockId(TEXT)
        .label(PlainTextObject.builder().text(say.plain("wins.text")).build())
        .element(
            PlainTextInputElement.builder()
                .actionId(TEXT)
                .multiline(true)
                .maxLength(TEXT_LENGTH)
                .initialValue(text)
                .focusOnLoad(true)
                .build())
        .build();
  }
}
