package smallsteps.microactions;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// A proposal as the channel sees it, and what became of it.
record ProposalBlocks(Words words, BiFunction<Integer, Language, String> principleTitles) {
  static final String ACCEPT = "microaction_accept";
  static final String DECLINE = "microaction_decline";

  Content proposed(Microaction own, Language language) {
    var say = words.in(language);
    String sentence =
        say.say(
            "microactions.proposed",
            "person",
            Mrkdwn.mention(own.proposedBy()),
            "minutes",
            own.minutes(),
            "number",
            own.principle(),
            "title",
            principleTitles.apply(own.principle(), language),
            "action",
            own.text());
    return new Content(
        sentence,
        List.of(
            section(sentence),
            actions(
                "microaction_proposal",
                primary(button(ACCEPT, own.id(), say.plain("microactions.accept"))),
                button(DECLINE, own.id(), say.plain("microactions.decline")))));
  }

  /// @param acceptedBy null for somebody who is not named any more
  Content accepted(Microaction own, String acceptedBy, Language language) {
    var say = words.in(language);
    return Content.of(
        say.say(
            "microactions.accepted",
            "minutes",
            own.minutes(),
            "action",
            own.text(),
            "person",
            Mrkdwn.mention(own.proposedBy()),
            "other",
            acceptedBy == null ? say.say("microactions.somebody") : Mrkdwn.mention(acceptedBy)));
  }

  /// Nobody learns who said no.
  Content declined(Language language) {
    return Content.of(words.in(language).say("microactions.declined"));
  }
}
