package smallsteps.microactions;

import static smallsteps.Modals.channelSelect;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.option;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Language;
import smallsteps.Modals;
import smallsteps.PrincipleNumber;
import smallsteps.config.Prompt;
import smallsteps.config.Words;

/// The modal in which a member proposes a microaction.
record ProposalModal(Words words, BiFunction<Integer, Language, String> principleTitles) {
  static final String CALLBACK = "microaction";
  static final String TEXT = "microaction_text";
  static final String PRINCIPLE = "microaction_principle";
  static final String MINUTES = "microaction_minutes_chosen";
  static final String LANGUAGE = "microaction_language";
  static final String CHANNEL = "microaction_channel";
  private static final int LONGEST = 300;

  /// @param channelId null where the person has to choose
  /// @param principle chosen beforehand
  /// @param minutes chosen beforehand
  View open(Language language, String channelId, int principle, int minutes) {
    var say = words.in(language);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        input(
            TEXT,
            say.plain("microactions.form.text"),
            say.plain("microactions.form.text_hint"),
            textInput(TEXT, LONGEST).build()));
    blocks.add(select(MINUTES, say.plain("microactions.form.minutes"), times(say), minutes));
    blocks.add(select(PRINCIPLE, say.plain("microactions.form.principle"), titles(say), principle));
    blocks.add(
        select(LANGUAGE, say.plain("microactions.form.language"), languages(), language.code()));
    if (channelId == null) {
      blocks.add(
          input(
              CHANNEL,
              say.plain("microactions.form.channel"),
              say.plain("wins.channel_hint"),
              channelSelect(CHANNEL).defaultToCurrentConversation(true).build()));
    }
    return modal(say.plain("microactions.form.title"), say.plain("wins.cancel"), blocks)
        .callbackId(CALLBACK)
        .privateMetadata(channelId == null ? "" : channelId)
        .submit(submit(say.plain("microactions.form.submit")))
        .build();
  }

  private static List<OptionObject> times(Words.Sentences say) {
    return Prompt.MINUTES.stream()
        .map(minutes ->
            option(say.plain("microactions.minutes", "minutes", minutes), minutes.toString()))
        .toList();
  }

  private List<OptionObject> titles(Words.Sentences say) {
    return PrincipleNumber.all()
        .mapToObj(number ->
            option(
                number + ". " + principleTitles.apply(number, say.language()),
                String.valueOf(number)))
        .toList();
  }

  private List<OptionObject> languages() {
    return words.languages().stream()
        .map(language ->
            option(language.locale().getDisplayLanguage(language.locale()), language.code()))
        .toList();
  }

  private static LayoutBlock select(
      String name, String label, List<OptionObject> options, Object chosen) {
    return input(name, label, Modals.select(name, options, String.valueOf(chosen)));
  }
}
