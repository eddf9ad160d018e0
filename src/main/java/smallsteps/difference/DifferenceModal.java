package smallsteps.difference;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import com.slack.api.model.view.View;
import java.util.List;
import smallsteps.Language;
import smallsteps.config.Words;

/// Where one writes what difference it made.
record DifferenceModal(Words words) {
  static final String CALLBACK = "difference";
  static final String TEXT = "difference_text";
  private static final int LONGEST = 3000;

  View open(Language language, Question asked) {
    var say = words.in(language);
    var text =
        input(
            TEXT,
            say.plain("difference.form.text"),
            say.plain("difference.form.hint"),
            textInput(TEXT, LONGEST).initialValue(asked.text()).build());
    return modal(say.plain("difference.form.title"), say.plain("wins.cancel"), List.of(text))
        .callbackId(CALLBACK)
        .privateMetadata(asked.carried())
        .submit(submit(say.plain("wins.submit")))
        .build();
  }

  View thanks(Language language) {
    var say = words.in(language);
    return modal(
            say.plain("difference.form.title"),
            say.plain("care.form.close"),
            List.of(section(say.say("difference.thanks_told"))))
        .build();
  }
}
