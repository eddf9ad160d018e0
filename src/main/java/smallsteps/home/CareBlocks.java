package smallsteps.home;

import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import smallsteps.care.Care;
import smallsteps.config.Words;

/// A person's language and quiet times, to be chosen in their own form.
record CareBlocks(Words.Sentences say) {

  List<LayoutBlock> blocks() {
    var choose = button(Care.PREFERENCES_ACTION, "home", say.plain("home.care_choose"));
    return List.of(header(say.plain("home.care")), section(say.say("home.care_what"), choose));
  }
}
