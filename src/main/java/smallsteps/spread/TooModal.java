package smallsteps.spread;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
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
    String idea = say.say("spread.idea", "text", shortened(win.text(), QUOTED));
    blocks.add(section(s -> s.text(markdownText(idea))));
    if (reached != null) {
      blocks.add(context(List.of(markdownText(reached))));
    }
    blocks.add(
        input(i ->
            i.blockId(TEXT)
                .optional(true)
                .label(plainText(say.plain("spread.text")))
                .hint(plainText(say.plain("spread.text_hint")))
                .element(
                    plainTextInput(t ->
                        t.actionId(TEXT).multiline(true).maxLength(LONGEST).focusOnLoad(true)))));
    blocks.add(channel(say, win.channelId()));
    return new Reply.OpenView(modal(say, win, blocks));
  }

  private static LayoutBlock channel(Words.Sentences say, String channelId) {
    var filter =
        ConversationsFilter.builder()
            .include(List.of("public", "private"))
            .excludeBotUsers(true)
            .build();
    return input(i ->
        i.blockId(CHANNEL)
            .label(plainText(say.plain("spread.channel")))
            .hint(plainText(say.plain("spread.channel_hint")))
            .element(
                conversationsSelect(
                    c -> c.actionId(CHANNEL).initialConversation(channelId).filter(filter))));
  }

  private static View modal(Words.Sentences say, Win win, List<LayoutBlock> blocks) {
    return view(v ->
        v.type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(win.channelId() + " " + win.ts())
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("wins.too"))))
            .submit(viewSubmit(s -> s.type("plain_text").text(say.plain("spread.submit"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("spread.cancel"))))
            .blocks(blocks));
  }

  /// The win that was done as well.
  static MessageId message(Request.ViewSubmission filled) {
    String[] carried = filled.privateMetadata().split(" ");
    return new MessageId(filled.user().teamId(), carried[0], carried[1]);
  }

  /// Null where none was chosen.
  static String channel(Request.ViewSubmission filled) {
    return filled.value(CHANNEL);
  }

  /// Empty where nothing was written.
  static String text(Request.ViewSubmission filled) {
    return Optional.ofNullable(filled.value(TEXT)).orElse("").strip();
  }

  static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  private static String shortened(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
