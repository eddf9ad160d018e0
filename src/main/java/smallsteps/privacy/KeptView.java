package smallsteps.privacy;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;
import static smallsteps.BlockKit.sections;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import smallsteps.config.Words;

/// The modals about what is kept of a person: page after page of it, and that it is gone.
final class KeptView {
  /// No row is begun after so many characters: the page goes with an ack, and should be light.
  static final int PAGE = 12_000;

  /// One row, as it is read.
  ///
  /// @param table whose row it is
  record Line(String table, String text) {}

  /// Some of the rows.
  ///
  /// @param from the number of the first one, from 0
  /// @param to the number of the first one of the next page
  record Page(int from, int to, int total, List<Line> lines) {}

  private KeptView() {}

  /// What is kept in sentences, grouped by what it is about.
  ///
  /// @param next hears the request for the next page, with the number of its first row
  /// @param carryOut hears who wants the rows as they are
  static View told(KeptSentences sentences, String next, String carryOut, Page page) {
    Words.Sentences say = sentences.say();
    if (page.from() >= page.total()) {
      return none(say);
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(section(which(say, "privacy.told", page)));
    blocks.add(actions(null, button(carryOut, "0", say.plain("privacy.carry_out"))));
    page.lines().stream()
        .collect(Collectors.groupingBy(Line::table, LinkedHashMap::new, Collectors.toList()))
        .forEach((table, lines) -> {
          blocks.add(header(sentences.title(table)));
          blocks.addAll(
              sections(
                  lines.stream()
                      .map(line -> "• " + line.text())
                      .collect(Collectors.joining("\n"))));
        });
    return turned(view(say, "privacy.title", blocks), say, next, page);
  }

  /// The rows as they are, to be carried out.
  static View carriedOut(Words.Sentences say, String next, Page page) {
    if (page.from() >= page.total()) {
      return none(say);
    }
    String lines = page.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    var blocks = List.of(section(which(say, "privacy.page", page)), text(lines));
    return turned(view(say, "privacy.title", blocks), say, next, page);
  }

  private static View none(Words.Sentences say) {
    return view(say, "privacy.title", List.of(section(say.say("privacy.none")))).build();
  }

  private static String which(Words.Sentences say, String key, Page page) {
    return say.say(key, "from", page.from() + 1, "to", page.to(), "total", page.total());
  }

  private static View turned(View.ViewBuilder view, Words.Sentences say, String next, Page page) {
    if (page.to() < page.total()) {
      view.callbackId(next)
          .privateMetadata(String.valueOf(page.to()))
          .submit(submit(say.plain("privacy.next")));
    }
    return view.build();
  }

  /// @param count how many rows are gone
  static View erased(Words.Sentences say, int count) {
    String sentence =
        count == 0 ? say.say("privacy.erased_none") : say.say("privacy.erased", "n", count);
    return view(say, "privacy.erased_title", List.of(section(sentence))).build();
  }

  private static View.ViewBuilder view(
      Words.Sentences say, String title, List<LayoutBlock> blocks) {
    return modal(say.plain(title), say.plain("privacy.close"), blocks);
  }

  /// As it is, nothing in it is markup.
  private static LayoutBlock text(String lines) {
    var text = RichTextSectionElement.Text.builder().text(lines).build();
    return RichTextBlock.builder()
        .elements(List.of(RichTextPreformattedElement.builder().elements(List.of(text)).build()))
        .build();
  }
}
