package smallsteps.home;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import smallsteps.config.Words;

/// The page, put together: well under Slack's hundred blocks, however much is kept.
final class HomeView {
  private HomeView() {}

  static View of(HomeContents contents) {
    Words.Sentences say = contents.say();
    var principles = new PrinciplesBlocks(say);
    List<List<LayoutBlock>> parts =
        List.of(
            principles.ofWeek(contents.weeks().now(), contents.principle()),
            new WinsBlocks(say, contents.zone()).of(contents.wins()),
            new WeeksBlocks(say).of(contents.weeks()),
            new NudgesBlocks(say).of(contents.nudges()),
            principles.all(contents.principles()),
            new CareBlocks(say).blocks(),
            new DataBlocks(say).blocks(),
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
