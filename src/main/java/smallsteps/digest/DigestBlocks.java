package smallsteps.digest;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.plainText;
import static smallsteps.BlockKit.sections;
import static smallsteps.Modals.option;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Shortened;
import smallsteps.care.Kind;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;
import smallsteps.wins.Wins;

/// How the digest looks: what was done, what was learned, the weeks before, and a list to say "I
/// did it too" from. Its text says all of it.
///
/// @param titles a principle's title, by its number
record DigestBlocks(Words words, BiFunction<Integer, Language, String> titles, WhyBlocks why) {
  private static final int OPTION = 75;
  private static final int OPTIONS = 100;

  Content digest(Week week, Language language) {
    var say = words.in(language);
    var text = new DigestText(say, number -> titles.apply(number, language));
    var said =
        new ArrayList<String>(List.of(text.intro(week), text.done(week), text.learned(week)));
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(header(say.plain("digest.title")));
    said.forEach(part -> blocks.addAll(sections(part)));
    if (week.history().size() > 1) {
      String numbers = text.numbers(week);
      said.add(numbers);
      blocks.add(ChartBlocks.weeks(say, week.history()));
      blocks.add(context(numbers));
    }
    List<OptionObject> choices = choices(say, week);
    var elements = new ArrayList<BlockElement>();
    if (!choices.isEmpty()) {
      said.add(say.say("digest.too_how"));
      elements.add(too(say, choices));
    }
    elements.add(why.button(Kind.DIGEST, language));
    said.add(why.howInChannel(language));
    blocks.add(actions("digest_actions", elements));
    said.addFirst("*" + say.say("digest.title") + "*");
    return new Content(String.join("\n\n", said), blocks);
  }

  Content preview(Content digest, String note) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(context(note));
    blocks.addAll(digest.blocks());
    return new Content(note + "\n\n" + digest.text(), blocks);
  }

  private static BlockElement too(Words.Sentences say, List<OptionObject> choices) {
    return StaticSelectElement.builder()
        .actionId(Wins.TOO_ACTION)
        .placeholder(plainText(say.plain("wins.too")))
        .options(choices)
        .build();
  }

  private static List<OptionObject> choices(Words.Sentences say, Week week) {
    return week.entries().stream()
        .filter(entry -> entry.ts() != null)
        .limit(OPTIONS)
        .map(entry -> option(Shortened.inLine(say.names(entry.text()), OPTION), entry.ts()))
        .toList();
  }
}
