package smallsteps.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.mrkdwn;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.CardBlock;
import com.slack.api.model.block.CarouselBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.UnknownBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.BarChart;
import smallsteps.Content;

class PlainerTest {
  private static final LayoutBlock HEADER = header("Weeks");
  private static final LayoutBlock CHART =
      BarChart.of(null, "Weeks", List.of(), new BarChart.Axis(List.of()));
  private static final CardBlock CARD =
      CardBlock.builder()
          .title(mrkdwn("One"))
          .body(mrkdwn("Two"))
          .actions(List.of(button("a", "1", "Read")))
          .build();
  private static final LayoutBlock CAROUSEL =
      CarouselBlock.builder().elements(List.of(CARD)).build();

  @Test
  void aRefusedMessageIsSentWithoutWhatIsSpecialAndThenAsTextAlone() {
    var content = new Content("Weeks: 1, 2", List.of(HEADER, CHART, unknown("data_table")));

    assertThat(Plainer.of(content))
        .containsExactly(
            content,
            new Content("Weeks: 1, 2", List.of(HEADER)),
            new Content("Weeks: 1, 2", List.of()));
    assertThat(Plainer.of(Content.of("Hello"))).containsExactly(Content.of("Hello"));
  }

  @Test
  void ofCardsTheWordsAndTheButtonsStay() {
    View home = View.builder().type("home").blocks(List.of(HEADER, CAROUSEL)).build();

    assertThat(Plainer.of(home)).hasSize(2).first().isSameAs(home);
    assertThat(Plainer.of(home).getLast().getBlocks())
        .containsExactly(
            HEADER, section("One"), section("Two"), actions(null, button("a", "1", "Read")));
  }

  @Test
  void aModalStaysTheSameButForItsBlocks() {
    View modal =
        View.builder()
            .type("modal")
            .callbackId("c")
            .privateMetadata("m")
            .title(ViewTitle.builder().type("plain_text").text("t").build())
            .notifyOnClose(true)
            .blocks(List.of(HEADER, unknown("new")))
            .build();
    View plain = Plainer.of(modal).getLast();

    assertThat(plain.getBlocks()).containsExactly(HEADER);
    plain.setBlocks(modal.getBlocks());
    assertThat(plain).isEqualTo(modal);
  }

  @Test
  void whatIsPlainIsSentOnce() {
    View home = View.builder().type("home").blocks(List.of(HEADER)).build();

    assertThat(Plainer.of(home)).containsExactly(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "invalid_arguments", "invalid_blocks_format"})
  void itIsSentAgainUntilItIsTaken(String error) {
    var sent = new ArrayList<Integer>();
    Answer<String> answer =
        Plainer.sent(
            List.of(1, 2, 3),
            n -> {
              sent.add(n);
              return n < 2 ? new Answer.Refused<>(error) : new Answer.Ok<>("taken");
            });

    assertThat(answer).isEqualTo(new Answer.Ok<>("taken"));
    assertThat(sent).containsExactly(1, 2);
  }

  @Test
  void whatMayStandAlreadyOrIsRefusedForAnotherReasonIsNotSentAgain() {
    for (Answer<String> first :
        List.<Answer<String>>of(
            new Answer.Unsure<>("invalid_blocks"),
            new Answer.NotSent<>("ratelimited"),
            new Answer.Refused<>("channel_not_found"))) {
      var sent = new ArrayList<Integer>();
      Answer<String> answer =
          Plainer.sent(
              List.of(1, 2),
              n -> {
                sent.add(n);
                return first;
              });
      assertThat(answer).isEqualTo(first);
      assertThat(sent).containsExactly(1);
    }
  }

  private static LayoutBlock unknown(String type) {
    var block = new UnknownBlock();
    block.setType(type);
    return block;
  }
}
