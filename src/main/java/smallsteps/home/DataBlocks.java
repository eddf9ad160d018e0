package smallsteps.home;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;
import static smallsteps.home.SureBlocks.danger;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import smallsteps.config.Words;
import smallsteps.privacy.PrivacyFeature;
import smallsteps.spread.Spread;

/// What is kept of the person, to be seen and to be erased.
record DataBlocks(Words.Sentences say) {

  List<LayoutBlock> blocks() {
    return List.of(
        header(say.plain("home.data")),
        section(
            say.say("home.tags_what"),
            button(Spread.TAGS_ACTION, "home", say.plain("home.tags_choose"))),
        section(say.say("home.data_what")),
        actions(
            null,
            button(PrivacyFeature.SHOW_ACTION, "home", say.plain("home.data_show")),
            danger(
                button(PrivacyFeature.ERASE_ACTION, "home", say.plain("home.data_erase")),
                say,
                "home.data_sure")));
  }
}
