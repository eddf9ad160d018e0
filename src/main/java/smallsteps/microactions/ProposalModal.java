package smallsteps.microactions;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.config.Words;

/// The modal in which a member proposes a microaction.
record ProposalModal(Words words, BiFunction<Integer, Language, String> principleTitles) {
  static final String CALLBACK = "microaction";
  static final String TEXT = "microaction_text";
  static final String PRINCIPLE = "microaction_principle";
  static final String MINUTES = "microaction_minutes_chosen";
  static final String LANGUAGE = "microaction_language";
  static final String CHANNEL = "microaction_channel";
  private static final List<Integer> TIMES = List.of(2, 5, 15, 60);
  private static final int PRINCIPLES = 7;
  private static final int LONGEST = 300;
  private static final int OPTION_LENGTH = 75;

  /// @param channelId null where the person has to choose
  /// @param principle chosen beforehand
  /// @param minutes chosen beforehand
  View open(Language language, String channelId, int principle, int minutes) {
    var say = words.in(language);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        field(
            TEXT,
            say.plain("microactions.form.text"),
            say.plain("microactions.form.text_hint"),
            plainTextInput(t -> t.actionId(TEXT).multiline(true).maxLength(LONGEST))));
    blocks.add(select(MINUTES, say.plain("microactions.form.minutes"), times(say), minutes));
    blocks.add(select(PRINCIPLE, say.plain("microactions.form.principle"), titles(say), principle));
    blocks.add(
        select(LANGUAGE, say.plain("microactions.form.language"), languages(), language.code()));
    if (channelId == null) {
      blocks.add(
          field(
              CHANNEL,
              say.plain("microactions.form.channel"),
              say.plain("wins.channel_hint"),
              channels()));
    }
    return modal(say, channelId, blocks);
  }

  private static View modal(Words.Sentences say, String channelId, List<LayoutBlock> blocks) {
    return view(v ->
        v.type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(channelId == null ? "" : channelId)
            .title(viewTitle(t -> t.type("plain_text").text(say.plain("microactions.form.title"))))
            .submit(
                viewSubmit(s -> s.type("plain_text").text(say.plain("microactions.form.submit"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("wins.cancel"))))
            .blocks(blocks));
  }

  private static List<OptionObject> times(Words.Sentences say) {
    return TIMES.stream()
        .map(minutes ->
            choice(say.plain("microactions.minutes", "minutes", minutes), minutes.toString()))
        .toList();
  }

  private List<OptionObject> titles(Words.Sentences say) {
    return IntStream.rangeClosed(1, PRINCIPLES)
        .mapToObj(number ->
            choice(
                number + ". " + principleTitles.apply(number, say.language()),
                String.valueOf(number)))
        .toList();
  }

  private List<OptionObject> languages() {
    return words.languages().stream()
        .map(language ->
            choice(language.locale().getDisplayLanguage(language.locale()), language.code()))
        .toList();
  }

  private static LayoutBlock select(
      String id, String label, List<OptionObject> options, Object chosen) {
    OptionObject initial =
        Stream.concat(
                options.stream().filter(o -> o.getValue().equals(String.valueOf(chosen))),
                options.stream())
            .findFirst()
            .orElseThrow();
    return field(
        id, label, null, staticSelect(s -> s.actionId(id).options(options).initialOption(initial)));
  }

  private static BlockElement channels() {
    return conversationsSelect(c ->
        c.actionId(CHANNEL)
            .defaultToCurrentConversation(true)
            .filter(
                ConversationsFilter.builder()
                    .include(List.of("public", "private"))
                    .excludeBotUsers(true)
                    .build()));
  }

  private static LayoutBlock field(String id, String label, String hint, BlockElement element) {
    return input(i ->
        i.blockId(id)
            .label(plainText(label))
            .hint(hint == null ? null : plainText(hint))
            .element(element));
  }

  private static OptionObject choice(String label, String value) {
    String shown = label.length() <= OPTION_LENGTH ? label : label.substring(0, OPTION_LENGTH);
    return option(plainText(shown), value);
  }
}
