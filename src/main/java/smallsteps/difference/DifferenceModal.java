package smallsteps.difference;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import com.slack.api.model.view.View;
import java.util.List;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Request;
import smallsteps.config.Words;

/// Where one writes what difference it made.
record DifferenceModal(Words words) {
  static final String CALLBACK = "difference";
  static final String TEXT = "difference_text";
  private static final int LONGEST = 3000;

  /// What the modal goes on knowing.
  ///
  /// @param question as [Question#carried]
  /// @param message that asks it; null where none stands
  record Carried(String question, MessageId message) {
    private static final int PARTS = 4; // channel and source, channel and ts

    static Carried by(Request.ViewSubmission filled) {
      String[] parts = filled.privateMetadata().split(" ", PARTS);
      String teamId = filled.user().teamId();
      return parts.length == PARTS
          ? new Carried(parts[0] + " " + parts[1], new MessageId(teamId, parts[2], parts[3]))
          : new Carried(filled.privateMetadata(), null);
    }

    String text() {
      return message == null ? question : question + " " + message.channelId() + " " + message.ts();
    }
  }

  /// @param message that asks it; null where none stands
  View open(Language language, Question asked, MessageId message) {
    var say = words.in(language);
    var text =
        input(
            TEXT,
            say.plain("difference.form.text"),
            say.plain("difference.form.hint"),
            textInput(TEXT, LONGEST).initialValue(asked.text()).build());
    return modal(say.plain("difference.form.title"), say.plain("wins.cancel"), List.of(text))
        .callbackId(CALLBACK)
        .privateMetadata(new Carried(asked.carried(), message).text())
        .submit(submit(say.plain("wins.submit")))
        .build();
  }

  /// A sentence to be read and closed.
  View said(Language language, String key) {
    var say = words.in(language);
    return modal(
            say.plain("difference.form.title"),
            say.plain("care.form.close"),
            List.of(section(say.say(key))))
        .build();
  }
}
