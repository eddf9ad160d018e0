package smallsteps.pace;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.section;

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
            section(question),
            actions(
                "pace_answer",
                button(KEEP, null, say.plain("pace.keep")),
                button(LESS, null, say.plain("pace.less")),
                button(PAUSE, null, say.plain("pace.pause")),
                why.button(Kind.PAUSE_QUESTION, language))));
  }

  /// What takes the question's place; why it came can still be asked, and switched.
  Content answered(String answer, Language language) {
    String sentence = words.in(language).say("pace.answered." + answer);
    return new Content(
        sentence,
        List.of(
            section(sentence), actions("pace_answer", why.button(Kind.PAUSE_QUESTION, language))));
  }
}
