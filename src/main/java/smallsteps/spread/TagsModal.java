package smallsteps.spread;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.optional;
import static smallsteps.Modals.submit;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smallsteps.config.Words;

/// The modal of one's own tags: each may be left empty.
final class TagsModal {
  static final String CALLBACK = "spread_tags";

  private TagsModal() {}

  static String field(String kind) {
    return "spread_" + kind;
  }

  /// @param now the tags there are, by kind
  static View form(Words.Sentences say, Map<String, String> now) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(section(say.say("spread.tags.why")));
    Tag.KINDS.forEach(kind -> blocks.add(field(say, kind, now.get(kind))));
    return modal(say.plain("spread.tags.title"), say.plain("spread.cancel"), blocks)
        .callbackId(CALLBACK)
        .submit(submit(say.plain("spread.submit")))
        .build();
  }

  private static LayoutBlock field(Words.Sentences say, String kind, String now) {
    String name = field(kind);
    var tag = PlainTextInputElement.builder().actionId(name).maxLength(100).initialValue(now);
    return optional(input(name, say.plain("spread.tag." + kind), tag.build()));
  }

  static View saved(Words.Sentences say, boolean isEmpty) {
    String sentence = say.say(isEmpty ? "spread.tags.emptied" : "spread.tags.saved");
    return modal(
            say.plain("spread.tags.title"), say.plain("spread.close"), List.of(section(sentence)))
        .build();
  }
}
