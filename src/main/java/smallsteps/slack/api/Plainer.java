package smallsteps.slack.api;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.AlertBlock;
import com.slack.api.model.block.CardBlock;
import com.slack.api.model.block.CarouselBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Content;

/// The same in plainer words, for when Slack refuses it for one of its blocks: those that came late
/// stand on some surfaces only, and not yet in every workspace. What Slack refused stands nowhere,
/// so that it may be sent again.
public final class Plainer {
  private static final Logger log = LoggerFactory.getLogger(Plainer.class);

  /// Slack's words for a block that it doesn't take.
  private static final Set<String> FOR_A_BLOCK =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "invalid_arguments",
          "block_mismatch",
          "msg_blocks_too_long",
          "view_too_large");

  /// Those that Slack has taken everywhere for years.
  private static final Set<String> PLAIN =
      Set.of("section", "header", "divider", "image", "context", "actions", "input", "rich_text");

  private static final Pattern WORD = Pattern.compile("[a-z]++(?:_[a-z]++)*+");

  private Plainer() {}

  /// Sends each, the first first, until Slack refuses it for something else than a block, or takes
  /// it.
  ///
  /// @param all one at least
  public static <T, R> Answer<R> sent(List<T> all, Function<T, Answer<R>> send) {
    Iterator<T> left = all.iterator();
    Answer<R> answer = send.apply(left.next());
    while (left.hasNext() && isForABlock(answer)) {
      log.warn("Slack refuses a block ({}): sent again in a plainer form.", answer.problem());
      answer = send.apply(left.next());
    }
    return answer;
  }

  private static boolean isForABlock(Answer<?> answer) {
    return answer instanceof Answer.Refused<?>(String error) && FOR_A_BLOCK.contains(error);
  }

  /// Slack's word for a block that it doesn't take, from what a `response_url` answers: there it
  /// stands alone or in JSON, and with status 200 as well; null where it says no such word.
  public static String refusalIn(String body) {
    return body == null
        ? null
        : WORD.matcher(body)
            .results()
            .map(MatchResult::group)
            .filter(FOR_A_BLOCK::contains)
            .findFirst()
            .orElse(null);
  }

  /// As it is, without what is special, and the text alone, which says all.
  public static List<Content> of(Content content) {
    var plain = new Content(content.text(), plain(content.blocks()));
    return Stream.of(content, plain, Content.of(content.text())).distinct().toList();
  }

  /// As it is, and without what is special.
  public static List<View> of(View view) {
    List<LayoutBlock> blocks = plain(view.getBlocks());
    if (blocks.equals(view.getBlocks())) {
      return List.of(view);
    }
    View plain =
        View.builder()
            .type(view.getType())
            .callbackId(view.getCallbackId())
            .title(view.getTitle())
            .submit(view.getSubmit())
            .close(view.getClose())
            .privateMetadata(view.getPrivateMetadata())
            .externalId(view.getExternalId())
            .clearOnClose(view.getClearOnClose())
            .notifyOnClose(view.getNotifyOnClose())
            .blocks(blocks)
            .build();
    return List.of(view, plain);
  }

  private static List<LayoutBlock> plain(List<LayoutBlock> blocks) {
    return blocks.stream().flatMap(Plainer::plain).toList();
  }

  /// What has no words of its own is left out: the blocks beside it say in words what it shows.
  private static Stream<LayoutBlock> plain(LayoutBlock block) {
    return switch (block) {
      case CarouselBlock carousel -> carousel.getElements().stream().flatMap(Plainer::card);
      case CardBlock card -> card(card);
      case AlertBlock alert -> Stream.of(section(alert.getText()));
      default -> PLAIN.contains(block.getType()) ? Stream.of(block) : Stream.empty();
    };
  }

  /// Its title, its words and its buttons.
  private static Stream<LayoutBlock> card(CardBlock card) {
    var blocks = new ArrayList<LayoutBlock>();
    Stream.of(card.getTitle(), card.getSubtitle(), card.getBody())
        .filter(Objects::nonNull)
        .map(Plainer::section)
        .forEach(blocks::add);
    Stream.ofNullable(card.getActions())
        .filter(Predicate.not(Collection::isEmpty))
        .map(buttons -> ActionsBlock.builder().elements(buttons).build())
        .forEach(blocks::add);
    return blocks.stream();
  }

  private static LayoutBlock section(TextObject text) {
    return SectionBlock.builder().text(text).build();
  }
}
