package smallsteps.nudges;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Prompt;
import smallsteps.config.Words;

/// How a nudge looks in the channel, in its language.
///
/// @param titles a principle's title, by its number
record NudgeBlocks(Words words, BiFunction<Integer, Language, String> titles) {
  Content nudge(Prompt prompt, NudgeSlot slot) {
    Words.Sentences say = words.in(slot.language());
    String title = titles.apply(prompt.principle(), slot.language());
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
            header(say.plain("nudges.message.heading", heading)),
            section(question),
            section(minutes),
            actions("nudge_minutes", minuteButtons(say, prompt)),
            actions("nudge_answer", answerButtons(say, slot)),
            context(how)));
  }

  /// What one can do in so much time, for whoever has it; all of it stands in the text.
  private static List<ButtonElement> minuteButtons(Words.Sentences say, Prompt prompt) {
    return prompt.actions().keySet().stream()
        .map(minutes ->
            button(
                Nudges.MINUTES_ACTION + ":" + minutes,
                minutes + " " + prompt.principle() + " " + prompt.id(),
                say.plain("nudges.message.have", "minutes", minutes),
                say.plain("nudges.message.have_label", "minutes", minutes)))
        .toList();
  }

  private List<BlockElement> answerButtons(Words.Sentences say, NudgeSlot slot) {
    Kind kind = slot.isPlanned() ? Kind.NUDGE : Kind.NUDGE_NOW;
    return List.of(
        primary(
            button(Nudges.WIN_ACTION, slot.due().toString(), say.plain("nudges.message.button"))),
        new WhyBlocks(words).menu(kind, slot.language()));
  }

  /// What the message carries unseen, so that it is found again after a crash.
  static Act.Metadata metadata(NudgeSlot slot) {
    return new Act.Metadata(
        "smallsteps_nudge",
        Map.of(
            "slot", slot.due().toString(),
            "principle", String.valueOf(slot.principle())));
  }
}
