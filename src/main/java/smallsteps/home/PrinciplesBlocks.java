package smallsteps.home;

import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.mrkdwn;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.CardBlock;
import com.slack.api.model.block.CarouselBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;
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
        CarouselBlock.builder().elements(principles.stream().map(this::card).toList()).build());
  }

  private CardBlock card(Principle principle) {
    return CardBlock.builder()
        .title(mrkdwn(shown(principle.heading(), TITLE)))
        .body(mrkdwn(shown(principle.text().replaceAll("\\s+", " "), BODY)))
        .actions(
            List.of(
                button(
                    PrinciplesFeature.SHOW + ":" + principle.number(),
                    String.valueOf(principle.number()),
                    say.plain("home.read"),
                    say.plain(
                        "home.read_which",
                        "number",
                        principle.number(),
                        "title",
                        principle.title()))))
        .build();
  }

  private static String shown(String text, int length) {
    return Mrkdwn.escape(Shortened.beforeEscaping(text, length));
  }
}
