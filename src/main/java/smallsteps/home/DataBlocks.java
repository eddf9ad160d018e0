package smallsteps.home;

import static smallsteps.home.PlainBlocks.actions;
import static smallsteps.home.PlainBlocks.button;
import static smallsteps.home.PlainBlocks.header;
import static smallsteps.home.PlainBlocks.section;
import static smallsteps.home.PlainBlocks.sure;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import smallsteps.config.Words;
import smallsteps.privacy.PrivacyFeature;

/// What is kept of the person, to be seen and to be erased.
record DataBlocks(Words.Sentences say) {

  List<LayoutBlock> blocks() {
    return List.of(
        header(say.plain("home.data")),
        section(say.say("home.data_what")),
        actions(
            List.of(
                button(PrivacyFeature.SHOW_ACTION, "home", say.plain("home.data_show")).build(),
                button(PrivacyFeature.ERASE_ACTION, "home", say.plain("home.data_erase"))
                    .style("danger")
                    .confirm(sure(say, "home.data_sure"))
                    .build())));
  }
}
