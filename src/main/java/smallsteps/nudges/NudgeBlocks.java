package smallsteps.nudges;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.BlockElement;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Post;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Prompt;
import smallsteps.config.Words;

/// How a nudge looks in the channel, in its language.
///
/// @param titles a principle's title, by its number
record NudgeBlocks(Words words, BiFunction<Integer, Language, String> titles) {
  private static final int HEADER_LIMIT = 150;

  Content nudge(Prompt prompt, Claim claim) {
    Words.Sentences say = words.in(claim.language());
    String title = titles.apply(prompt.principle(), claim.language());
    Object[] heading = {"number", prompt.principle(), "title", title};
    String question = say.say("nudges.message.question", "question", prompt.question());
    String actions =
        prompt.actions().entrySet().stream()
            .map(action ->
                say.say(
                    "nudges.message.action",
                    "minutes",
                    action.getKey(),
                    "action",
                    action.getValue()))
            .collect(Collectors.joining("\n"));
    String minutes = say.say("nudges.message.minutes");
    String how = say.say("nudges.message.how");
    return new Content(
        String.join(
            "\n\n", say.say("nudges.message.heading", heading), question, actions, minutes, how),
        List.of(
            header(h -> h.text(plainText(cut(say.plain("nudges.message.heading", heading))))),
            section(s -> s.text(markdownText(question))),
            section(s -> s.text(markdownText(minutes))),
            actions(a -> a.blockId("nudge_minutes").elements(minuteButtons(say, prompt))),
            actions(a -> a.blockId("nudge_answer").elements(answerButtons(say, claim))),
            context(c -> c.elements(List.of(markdownText(how))))));
  }

  /// What one can do in so much time, for whoever has it; all of it stands in the text.
  private static List<BlockElement> minuteButtons(Words.Sentences say, Prompt prompt) {
    return prompt.actions().keySet().stream()
        .<BlockElement>map(minutes ->
            button(b ->
                b.actionId(Nudges.MINUTES_ACTION + ":" + minutes)
                    .value(minutes + " " + prompt.principle() + " " + prompt.id())
                    .text(plainText(say.plain("nudges.message.have", "minutes", minutes)))
                    .accessibilityLabel(
                        say.plain("nudges.message.have_label", "minutes", minutes))))
        .toList();
  }

  private List<BlockElement> answerButtons(Words.Sentences say, Claim claim) {
    return List.of(
        button(b ->
            b.actionId(Nudges.WIN_ACTION)
                .value(claim.due().toString())
                .text(plainText(say.plain("nudges.message.button")))
                .style("primary")),
        new WhyBlocks(words).button(Kind.NUDGE, claim.language()));
  }

  private static String cut(String heading) {
    return heading.length() <= HEADER_LIMIT
        ? heading
        : heading.substring(0, HEADER_LIMIT - 1) + "…";
  }

  /// What the message carries unseen, so that it is found again after a crash.
  static Post.Metadata metadata(Claim claim) {
    return new Post.Metadata(
        "smallsteps_nudge",
        Map.of(
            "slot", claim.due().toString(),
            "channel", claim.channel().id(),
            "principle", String.valueOf(claim.principle())));
  }
}
