package smallsteps.principles;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.BlockKit;
import smallsteps.Modals;

/// How a principle and the buttons to the others look in a message. Its words go in as rich text,
/// in which nothing is markup.
final class PrincipleBlocks {

  private PrincipleBlocks() {}

  /// A principle in full, with buttons of a number only; the title is there for a screen reader.
  static List<LayoutBlock> withOthers(
      List<String> notes, Principle principle, String aboutOthers, List<Principle> others) {
    return together(
        notes.stream().<LayoutBlock>map(BlockKit::context).toList(),
        principle(principle),
        List.of(context(aboutOthers), buttons(others, p -> String.valueOf(p.number()))));
  }

  static List<LayoutBlock> withMatches(Principle principle, String also, List<Principle> others) {
    return together(List.of(), principle(principle), List.of(context(also), titleButtons(others)));
  }

  static List<LayoutBlock> shared(Principle principle, String by) {
    return together(List.of(), principle(principle), List.of(context(by)));
  }

  static List<LayoutBlock> titles(String sentence, List<Principle> principles) {
    return List.of(section(sentence), titleButtons(principles));
  }

  static List<LayoutBlock> help(
      List<String> notes, List<Principle> suggested, String typed, String whose) {
    return together(
        notes.stream().map(BlockKit::section).toList(),
        suggested.isEmpty() ? List.of() : List.of(titleButtons(suggested)),
        List.of(section(typed), context(whose)));
  }

  static View modal(String title, String close, Principle principle) {
    return Modals.modal(title, close, principle(principle)).build();
  }

  private static List<LayoutBlock> principle(Principle principle) {
    var passages = new ArrayList<BlockElement>();
    var paragraphs = new ArrayList<String>();
    for (Principle.Passage passage : principle.body()) {
      switch (passage) {
        case Principle.Paragraph(String text) -> paragraphs.add(text);
        case Principle.Bullets(List<Principle.Bullet> items) -> {
          take(paragraphs, "\n").ifPresent(passages::add);
          passages.add(list(items));
        }
      }
    }
    take(paragraphs, "").ifPresent(passages::add);
    return List.of(header(principle.heading()), RichTextBlock.builder().elements(passages).build());
  }

  /// One section with blank lines in it: between two sections Slack leaves no room.
  private static Optional<BlockElement> take(List<String> paragraphs, String end) {
    if (paragraphs.isEmpty()) {
      return Optional.empty();
    }
    String together = String.join("\n\n", paragraphs) + end;
    paragraphs.clear();
    return Optional.of(richText(text(together)));
  }

  private static List<LayoutBlock> together(
      List<LayoutBlock> above, List<LayoutBlock> middle, List<LayoutBlock> below) {
    return Stream.of(above, middle, below).flatMap(List::stream).toList();
  }

  private static LayoutBlock titleButtons(List<Principle> principles) {
    return buttons(principles, Principle::heading);
  }

  private static LayoutBlock buttons(List<Principle> to, Function<Principle, String> label) {
    return actions(null, to.stream().map(p -> button(p, label.apply(p))).toList());
  }

  private static BlockElement button(Principle to, String label) {
    String number = String.valueOf(to.number());
    return BlockKit.button(PrinciplesFeature.SHOW + ":" + number, number, label, to.heading());
  }

  private static BlockElement list(List<Principle.Bullet> items) {
    List<RichTextElement> points =
        items.stream()
            .<RichTextElement>map(item -> richText(bold(item.label()), text(": " + item.text())))
            .toList();
    return RichTextListElement.builder().style("bullet").elements(points).build();
  }

  private static RichTextSectionElement richText(RichTextElement... elements) {
    return RichTextSectionElement.builder().elements(List.of(elements)).build();
  }

  private static RichTextElement text(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  private static RichTextElement bold(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text)
        .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
        .build();
  }
}
