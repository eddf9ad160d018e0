package smallsteps.nudges;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;

/// What an owner is told, with why and how to get no more of it.
record NoticeBlocks(WhyBlocks why) {

  Content notice(String text, Language language) {
    String how = why.how(language);
    return new Content(
        text + "\n\n" + how,
        List.of(
            section(s -> s.text(markdownText(text))),
            actions(a ->
                a.blockId("nudge_notice").elements(List.of(why.button(Kind.OWNER_TOLD, language)))),
            context(c -> c.elements(List.of(markdownText(how))))));
  }
}
