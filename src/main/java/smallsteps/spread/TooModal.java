package smallsteps.spread;

import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.section;
import static smallsteps.Modals.channelSelect;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.optional;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.Shortened;
import smallsteps.config.Words;
import smallsteps.wins.Win;

/// The modal "I did it too": the idea, a few words if one wishes, and where to show it.
final class TooModal {
  static final String CALLBACK = "spread_too";
  static final String TEXT = "spread_text";
  private static final String CHANNEL = "spread_channel";
  private static final int LONGEST = 2000;
  private static final int QUOTED = 300;

  private TooModal() {}

  /// @param reached how far the idea has come; null where it has not spread yet
  static Reply open(Words.Sentences say, Win win, String reached) {
    var blocks = new ArrayList<LayoutBlock>();
    String idea = say.say("spread.idea", "text", Shortened.to(say.names(win.text()), QUOTED));
    blocks.add(section(idea));
    if (reached != null) {
      blocks.add(context(reached));
    }
    blocks.add(
        optional(
            input(
                TEXT,
                say.plain("spread.text"),
                say.plain("spread.text_hint"),
                textInput(TEXT, LONGEST).focusOnLoad(true).build())));
    blocks.add(
        input(
            CHANNEL,
            say.plain("spread.channel"),
            say.plain("spread.channel_hint"),
            channelSelect(CHANNEL).initialConversation(win.channelId()).build()));
    return new Reply.OpenView(
        modal(say.plain("wins.too"), say.plain("spread.cancel"), blocks)
            .callbackId(CALLBACK)
            .privateMetadata(win.channelId() + " " + win.ts())
            .submit(submit(say.plain("spread.submit")))
            .build());
  }

  /// The win that was done as well.
  static MessageId message(Request.ViewSubmission filled) {
    List<String> carried = MalformedException.words("view", filled.privateMetadata(), 2);
    return new MessageId(filled.user().teamId(), carried.get(0), carried.get(1));
  }

  /// Null where none was chosen.
  static String channel(Request.ViewSubmission filled) {
    return filled.value(CHANNEL);
  }

  /// Empty where nothing was written.
  static String text(Request.ViewSubmission filled) {
    return filled.text(TEXT);
  }

  static String shortened(String text) {
    return Shortened.to(text, LONGEST);
  }
}
