package smallsteps.spread;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
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
    blocks.add(section(s -> s.text(plainText(say.plain("spread.tags.why")))));
    Tag.KINDS.forEach(kind -> blocks.add(field(say, kind, now.get(kind))));
    return view(v ->
        v.type("modal")
            .callbackId(CALLBACK)
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("spread.tags.title"))))
            .submit(viewSubmit(s -> s.type("plain_text").text(say.plain("spread.submit"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("spread.cancel"))))
            .blocks(blocks));
  }

  private static LayoutBlock field(Words.Sentences say, String kind, String now) {
    return input(i ->
        i.blockId(field(kind))
            .optional(true)
            .label(plainText(say.plain("spread.tag." + kind)))
            .element(
                plainTextInput(t -> t.actionId(field(kind)).maxLength(100).initialValue(now))));
  }

  static View saved(Words.Sentences say, boolean isEmpty) {
    String sentence = say.plain(isEmpty ? "spread.tags.emptied" : "spread.tags.saved");
    return view(v ->
        v.type("modal")
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("spread.tags.title"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("spread.close"))))
            .blocks(List.of(section(s -> s.text(plainText(sentence))))));
  }
}
