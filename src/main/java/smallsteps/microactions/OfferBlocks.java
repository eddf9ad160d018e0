package smallsteps.microactions;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

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
    return new Content(
        sentence + "\n\n" + how,
        List.of(
            section(sentence),
            actions(
                "microaction_offer",
                primary(button(PROMISE, carried, say.plain("microactions.do"))),
                button(ANOTHER, carried, say.plain("microactions.another")),
                button(PROPOSE, carried, say.plain("microactions.propose"))),
            context(how)));
  }
}
