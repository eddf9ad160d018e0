package smallsteps.channels;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.section;

import java.util.List;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;

/// What an owner is told, with why and how to get no more of it.
record NoticeBlocks(WhyBlocks why) {

  Content notice(String text, Language language) {
    String how = why.how(language);
    return new Content(
        text + "\n\n" + how,
        List.of(
            section(text),
            actions("nudge_notice", why.button(Kind.OWNER_TOLD, language)),
            context(how)));
  }
}
