package smallsteps.home;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.view.View;
import java.util.List;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;
import smallsteps.principles.Principle;

/// The page, put together.
final class HomeView {
  private HomeView() {}

  static View of(Words.Sentences say, Principle principle) {
    List<LayoutBlock> blocks =
        List.of(
            HeaderBlock.builder()
                .text(PlainTextObject.builder().text(say.plain("home.principle")).build())
                .build(),
            SectionBlock.builder()
                .text(
                    MarkdownTextObject.builder()
                        .text(Mrkdwn.escape(principle.heading() + "\n\n" + principle.text()))
                        .build())
                .build());
    return View.builder().type("home").blocks(blocks).build();
  }
}
