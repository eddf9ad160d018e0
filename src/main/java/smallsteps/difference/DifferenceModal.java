package smallsteps.difference;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.List;
import smallsteps.Language;
import smallsteps.config.Words;

/// Where one writes what difference it made.
record DifferenceModal(Words words) {
  static final String CALLBACK = "difference";
  static final String TEXT = "difference_text";

  View open(Language language, Question asked) {
    var say = words.in(language);
    LayoutBlock text =
        input(i ->
            i.blockId(TEXT)
                .label(plainText(say.plain("difference.form.text")))
                .hint(plainText(say.plain("difference.form.hint")))
                .element(
                    plainTextInput(t ->
                        t.actionId(TEXT)
                            .multiline(true)
                            .maxLength(3000)
                            .initialValue(asked.text()))));
    return view(v ->
        v.type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(asked.carried())
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("difference.form.title"))))
            .submit(viewSubmit(s -> s.type("plain_text").text(say.plain("wins.submit"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("wins.cancel"))))
            .blocks(List.of(text)));
  }

  View thanks(Language language) {
    var say = words.in(language);
    return view(v ->
        v.type("modal")
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("difference.form.title"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("care.form.close"))))
            .blocks(
                List.of(section(s -> s.text(markdownText(say.say("difference.thanks_told")))))));
  }
}
