package smallsteps.home;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import smallsteps.config.Words;

/// The page, put together, one's own things first: well under Slack's hundred blocks, however much
/// is kept.
final class HomeView {
  private HomeView() {}

  static View of(HomeContents contents) {
    Words.Sentences say = contents.say();
    var principles = new PrinciplesBlocks(say);
    List<List<LayoutBlock>> parts =
        List.of(
            new WinsBlocks(say, contents.zone()).of(contents.wins()),
            new WeeksBlocks(say).of(contents.weeks()),
            new NudgesBlocks(say).of(contents.nudges()),
            new CareBlocks(say).blocks(),
            new DataBlocks(say).blocks(),
            principles.ofWeek(contents.weeks().now(), contents.principle()),
            principles.all(contents.principles()),
            new ScopesBlocks(say).of(contents.lacking()));
    var blocks = new ArrayList<LayoutBlock>();
    for (List<LayoutBlock> part : parts) {
      if (!blocks.isEmpty() && !part.isEmpty()) {
        blocks.add(DividerBlock.builder().build());
      }
      blocks.addAll(part);
    }
    return View.builder().type("home").blocks(blocks).build();
  }
}
