package smallsteps.microactions;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.element.BlockElement;
import java.time.format.DateTimeFormatter;
import java.util.List;
import smallsteps.Content;
import smallsteps.People;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;

/// The one question how it went, as its reader sees it.
record FollowUpBlocks(Words words, WhyBlocks why) {
  static final String DID = "microaction_did";
  static final String NOT_YET = "microaction_not_yet";
  static final String LEARNED = "microaction_learned";

  Content question(Promise promise, People.Person reader) {
    var say = words.in(reader.language());
    var day = DateTimeFormatter.ofPattern("EEEE d MMMM", say.language().locale());
    String question =
        say.say(
            "microactions.followup",
            "day",
            day.format(promise.promisedAt().atZone(reader.zone())),
            "action",
            promise.text());
    String how = why.how(reader.language());
    String id = promise.id();
    List<BlockElement> buttons =
        List.of(
            OfferBlocks.button(DID, say.plain("microactions.did"), id, "primary"),
            OfferBlocks.button(NOT_YET, say.plain("microactions.not_yet"), id, null),
            OfferBlocks.button(LEARNED, say.plain("microactions.learned"), id, null),
            why.button(Kind.MICROACTION_FOLLOWUP, reader.language()));
    return new Content(
        question + "\n\n" + how,
        List.of(
            section(s -> s.text(markdownText(question))),
            actions(a -> a.blockId("microaction_answer").elements(buttons)),
            context(c -> c.elements(List.of(markdownText(how))))));
  }
}
