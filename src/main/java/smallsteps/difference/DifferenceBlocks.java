package smallsteps.difference;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;
import smallsteps.wins.Win;

/// The one question what difference it made, as its reader sees it.
record DifferenceBlocks(Words words, WhyBlocks why) {
  static final String TELL = "difference_tell";
  static final String NONE_YET = "difference_none_yet";
  static final String UNKNOWN = "difference_unknown";
  private static final int SHOWN = 500;

  Content question(Question asked, Win win, Language language) {
    var say = words.in(language);
    String question = say.say("difference.question", "text", shortened(win.text()));
    String how = why.how(language);
    List<BlockElement> buttons =
        List.of(
            button(TELL, say.plain("difference.tell"), asked, "primary"),
            button(NONE_YET, say.plain("difference.none_yet"), asked, null),
            button(UNKNOWN, say.plain("difference.unknown"), asked, null),
            why.button(Kind.DIFFERENCE_QUESTION, language));
    return new Content(
        question + "\n\n" + how,
        List.of(
            section(s -> s.text(markdownText(question))),
            actions(a -> a.blockId("difference_answer").elements(buttons)),
            context(c -> c.elements(List.of(markdownText(how))))));
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }

  private static ButtonElement button(String actionId, String label, Question asked, String style) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(plainText(label))
        .value(asked.carried())
        .style(style)
        .build();
  }
}
