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

  /// A card's body holds 200 characters, and an escaped one is five.
  private static final int BODY = 150;

  private static final int SECTION = 3000;

  List<LayoutBlock> ofWeek(int week, Principle principle) {
    String body = Mrkdwn.escape(principle.text());
    return List.of(
        header(say.plain("home.principle", "week", week)),
        section("*" + Mrkdwn.escape(principle.heading()) + "*"),
        section(Shortened.to(body, SECTION)));
  }

  List<LayoutBlock> all(List<Principle> principles) {
    return List.of(
        header(say.plain("home.seven")),
        CarouselBlock.builder().elements(principles.stream().map(this::card).toList()).build());
  }

  private CardBlock card(Principle principle) {
    String beginning = Shortened.to(principle.text().replaceAll("\\s+", " "), BODY);
    return CardBlock.builder()
        .title(mrkdwn(Shortened.to(Mrkdwn.escape(Shortened.to(principle.heading(), TITLE)), 150)))
        .body(mrkdwn(Shortened.to(Mrkdwn.escape(beginning), 200)))
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
}
