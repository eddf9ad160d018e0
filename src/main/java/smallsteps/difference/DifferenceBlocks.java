package smallsteps.difference;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Shortened;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;
import smallsteps.wins.Win;

/// The one question what difference it made, as its reader sees it.
record DifferenceBlocks(Words words, WhyBlocks why) {
  static final String TELL = "difference_tell";
  static final String NONE_YET = "difference_none_yet";
  static final String UNKNOWN = "difference_unknown";
  private static final int SHOWN = 500;

  Content question(Question asked, Win win, Language language) {
    var say = words.in(language);
    String question = say.say("difference.question", "text", shortened(say.names(win.text())));
    String how = why.how(language);
    String carried = asked.carried();
    return new Content(
        question + "\n\n" + how,
        List.of(
            section(question),
            actions(
                "difference_answer",
                primary(button(TELL, carried, say.plain("difference.tell"))),
                button(NONE_YET, carried, say.plain("difference.none_yet")),
                button(UNKNOWN, carried, say.plain("difference.unknown")),
                why.button(Kind.DIFFERENCE_QUESTION, language)),
            context(how)));
  }

  static String shortened(String text) {
    return Shortened.to(text, SHOWN);
  }
}
