package smallsteps.microactions;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.config.Prompt;
import smallsteps.config.Words;

/// One small thing to do, shown to the one who has the time.
record OfferBlocks(Words words) {
  static final String PROMISE = "microaction_promise";
  static final String ANOTHER = "microaction_another";
  static final String PROPOSE = "microaction_propose";
  static final String OTHER_TIME = "microaction_other_time";
  static final String NEVER_MIND = "microaction_never_mind";

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
            actions("microaction_times", otherTimes(asked, say)),
            context(how)));
  }

  /// What stands for one person alone can be changed by what is pressed on it and by nothing else:
  /// so whoever has more or less time says so here.
  private static List<ButtonElement> otherTimes(Offer.Asked asked, Words.Sentences say) {
    return Prompt.MINUTES.stream()
        .filter(minutes -> minutes != asked.minutes())
        .map(minutes ->
            button(
                OTHER_TIME + ":" + minutes,
                asked.in(minutes).carried(),
                say.plain("microactions.other_time", "minutes", minutes),
                say.plain("nudges.message.have_label", "minutes", minutes)))
        .toList();
  }

  /// That it is taken on, with what comes next.
  ///
  /// @param id the promise's
  Content promised(String id, String sentence, Language language) {
    var say = words.in(language);
    return new Content(
        sentence,
        List.of(
            section(sentence),
            actions(
                "microaction_promised",
                primary(button(FollowUpBlocks.DID, id, say.plain("microactions.done"))),
                button(NEVER_MIND, id, say.plain("microactions.never_mind")))));
  }
}
