package smallsteps.home;

import static smallsteps.home.PlainBlocks.button;
import static smallsteps.home.PlainBlocks.header;
import static smallsteps.home.PlainBlocks.section;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import smallsteps.care.Care;
import smallsteps.config.Words;

/// A person's language and quiet times, to be chosen in their own form.
record CareBlocks(Words.Sentences say) {

  List<LayoutBlock> blocks() {
    var choose = button(Care.PREFERENCES_ACTION, "home", say.plain("home.care_choose")).build();
    return List.of(header(say.plain("home.care")), section(say.say("home.care_what"), choose));
  }
}
