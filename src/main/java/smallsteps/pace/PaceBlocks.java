package smallsteps.pace;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;

/// The question as the channel sees it.
record PaceBlocks(Words words, WhyBlocks why) {
  static final String KEEP = "pace_keep";
  static final String LESS = "pace_less";
  static final String PAUSE = "pace_pause";

  Content question(Language language) {
    var say = words.in(language);
    String question = say.say("pace.question");
    return new Content(
        question,
        List.of(
            section(s -> s.text(markdownText(question))),
            actions(a ->
                a.blockId("pace_answer")
                    .elements(
                        List.of(
                            button(KEEP, say.plain("pace.keep")),
                            button(LESS, say.plain("pace.less")),
                            button(PAUSE, say.plain("pace.pause")),
                            why.button(Kind.PAUSE_QUESTION, language))))));
  }

  private static ButtonElement button(String actionId, String label) {
    return ButtonElement.builder().actionId(actionId).text(plainText(label)).build();
  }
}
