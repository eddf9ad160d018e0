package smallsteps.microactions;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.People;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.DateShape;
import smallsteps.config.Words;

/// The one question how it went, as its reader sees it.
record FollowUpBlocks(Words words, WhyBlocks why) {
  static final String DID = "microaction_did";
  static final String NOT_YET = "microaction_not_yet";
  static final String LEARNED = "microaction_learned";

  Content question(Promise promise, People.Person reader) {
    var say = words.in(reader.language());
    String question =
        say.say(
            "microactions.followup",
            "day",
            say.date(DateShape.WEEKDAY, promise.promisedAt().atZone(reader.zone())),
            "action",
            promise.text());
    String how = why.how(reader.language());
    String id = promise.id();
    return new Content(
        question + "\n\n" + how,
        List.of(
            section(question),
            actions(
                "microaction_answer",
                primary(button(DID, id, say.plain("microactions.did"))),
                button(NOT_YET, id, say.plain("microactions.not_yet")),
                button(LEARNED, id, say.plain("microactions.learned")),
                why.button(Kind.MICROACTION_FOLLOWUP, reader.language())),
            context(how)));
  }

  /// What takes the question's place while its reader writes.
  ///
  /// @param actionId of the button that opened the form
  Content telling(Promise promise, String actionId, Language language) {
    var say = words.in(language);
    String sentence = say.say("microactions.telling");
    return new Content(
        sentence,
        List.of(
            section(sentence),
            actions(
                "microaction_answer",
                button(actionId, promise.id(), say.plain("microactions.again")))));
  }
}
