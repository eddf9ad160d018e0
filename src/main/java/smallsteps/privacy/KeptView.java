package smallsteps.privacy;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.submit;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import java.util.List;
import smallsteps.config.Words;

/// The modals about what is kept of a person: page after page of it, and that it is gone.
final class KeptView {
  /// No row is begun after so many characters: the page goes with an ack, and should be light.
  static final int PAGE = 12_000;

  /// Some of the rows, each a line.
  ///
  /// @param from the number of the first one, from 0
  /// @param to the number of the first one of the next page
  record Page(int from, int to, int total, String lines) {}

  private KeptView() {}

  /// @param next hears the request for the next page, with the number of its first row
  static View of(Words.Sentences say, String next, Page page) {
    if (page.from() >= page.total()) {
      return view(say, "privacy.title", List.of(section(say.say("privacy.none")))).build();
    }
    String which =
        say.say("privacy.page", "from", page.from() + 1, "to", page.to(), "total", page.total());
    View.ViewBuilder view = view(say, "privacy.title", List.of(section(which), text(page.lines())));
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
