package smallsteps.microactions;

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
import smallsteps.config.Words;

/// One small thing to do, shown to the one who has the time.
record OfferBlocks(Words words) {
  static final String PROMISE = "microaction_promise";
  static final String ANOTHER = "microaction_another";
  static final String PROPOSE = "microaction_propose";

  Content offer(Offer offer, Offer.Asked asked, Language language) {
    var say = words.in(language);
    String sentence =
        say.say("microactions.offer", "minutes", offer.minutes(), "action", offer.text());
    String how = say.say("microactions.offer_how");
    String carried = asked.with(offer).carried();
    List<BlockElement> buttons =
        List.of(
            button(PROMISE, say.plain("microactions.do"), carried, "primary"),
            button(ANOTHER, say.plain("microactions.another"), carried, null),
            button(PROPOSE, say.plain("microactions.propose"), carried, null));
    return new Content(
        sentence + "\n\n" + how,
        List.of(
            section(s -> s.text(markdownText(sentence))),
            actions(a -> a.blockId("microaction_offer").elements(buttons)),
            context(c -> c.elements(List.of(markdownText(how))))));
  }

  static ButtonElement button(String actionId, String label, String value, String style) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(plainText(label))
        .value(value)
        .style(style)
        .build();
  }
}
