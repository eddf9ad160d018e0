package smallsteps.home;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.mrkdwn;
import static smallsteps.BlockKit.plainText;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.CardBlock;
import com.slack.api.model.block.CarouselBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.List;
import smallsteps.Modals;
import smallsteps.Mrkdwn;
import smallsteps.Shortened;
import smallsteps.config.Words;
import smallsteps.principles.Principle;
import smallsteps.principles.PrinciplesFeature;

/// The week's principle in full, and all seven as cards.
record PrinciplesBlocks(Words.Sentences say) {
  private static final int TITLE = 140;

  private static final int BODY = 150;

  private static final int SECTION = 3000;

  List<LayoutBlock> ofWeek(int week, Principle principle) {
    return List.of(
        header(say.plain("home.principle", "week", week)),
        section("*" + Mrkdwn.escape(principle.heading()) + "*"),
        section(shown(principle.text(), SECTION)));
  }

  List<LayoutBlock> all(List<Principle> principles) {
    return List.of(
        header(say.plain("home.seven")),
        CarouselBlock.builder()
            .elements(principles.stream().map(PrinciplesBlocks::card).toList())
            .build(),
        actions(null, read(principles)));
  }

  private static CardBlock card(Principle principle) {
    return CardBlock.builder()
        .title(mrkdwn(shown(principle.heading(), TITLE)))
        .body(mrkdwn(shown(principle.text().replaceAll("\\s+", " "), BODY)))
        .build();
  }

  private BlockElement read(List<Principle> principles) {
    return StaticSelectElement.builder()
        .actionId(PrinciplesFeature.SHOW)
        .placeholder(plainText(say.plain("home.read")))
        .options(
            principles.stream()
                .map(each -> Modals.option(each.heading(), String.valueOf(each.number())))
                .toList())
        .build();
  }

  private static String shown(String text, int length) {
    return Mrkdwn.escape(Shortened.beforeEscaping(text, length));
  }
}
