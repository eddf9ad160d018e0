package smallsteps.care;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.timePicker;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.config.Words;

/// The modals of care: what one gets and when, a channel's switch, and that it is saved.
record PreferencesModal(Words words) {
  static final String CALLBACK = "care_preferences";
  static final String CHANNEL_CALLBACK = "care_channel";
  static final String KINDS = "care_kinds";
  static final String FROM = "care_quiet_from";
  static final String UNTIL = "care_quiet_until";
  static final String SNOOZE = "care_snooze";
  static final String LANGUAGE = "care_language";
  static final String SWITCH = "care_switch";
  static final String NONE = "none";
  static final String WEEK = "week";
  static final String MONTH = "month";
  static final String KEEP = "keep";
  static final String OFF = "off";

  /// What one person has chosen, to be changed.
  ///
  /// @param why the kind of message that was asked about; null for none
  /// @param snoozedUntil a date in words; null when nothing is snoozed
  View person(Language language, Preferences chosen, Kind why, String snoozedUntil) {
    var say = words.in(language);
    List<LayoutBlock> blocks = new ArrayList<>();
    if (why != null) {
      blocks.add(text(say.say("care.why." + why.stored())));
    }
    blocks.add(text(say.say("care.form.intro")));
    blocks.add(kinds(say, chosen));
    blocks.add(time(FROM, say.plain("care.form.quiet_from"), null, chosen.quiet().from()));
    blocks.add(
        time(
            UNTIL,
            say.plain("care.form.quiet_until"),
            say.plain("care.form.quiet_hint"),
            chosen.quiet().until()));
    blocks.add(snooze(say, snoozedUntil));
    blocks.add(languages(say, chosen));
    return modal(say, why == null ? "care.form.title" : "care.why.button", CALLBACK, "", blocks);
  }

  /// Why a channel gets this, with its switch where it has one here.
  View channel(Language language, Kind why, String channelId, boolean isOn) {
    var say = words.in(language);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(text(say.say("care.why." + why.stored())));
    if (why.isPlanned()) {
      return shown(say, "care.why.button", blocks);
    }
    OptionObject keep = choice(say.plain("care.channel.keep"), KEEP);
    OptionObject off = choice(say.plain("care.channel.off"), OFF);
    blocks.add(
        field(
            SWITCH,
            say.plain("care.channel.label"),
            say.plain("care.channel.hint"),
            radioButtons(r ->
                r.actionId(SWITCH).options(List.of(keep, off)).initialOption(isOn ? keep : off))));
    String carried = why.stored() + " " + channelId;
    return modal(say, "care.why.button", CHANNEL_CALLBACK, carried, blocks);
  }

  /// That it is saved, and what goes now.
  View saved(Language language, List<String> sentences) {
    var say = words.in(language);
    return shown(
        say, "care.saved.title", List.of(text(say.say("care.saved.thanks")), lines(sentences)));
  }

  private static LayoutBlock lines(List<String> sentences) {
    return text(String.join("\n", sentences));
  }

  private static LayoutBlock kinds(Words.Sentences say, Preferences chosen) {
    List<OptionObject> all = Kind.toPeople().stream().map(kind -> kind(say, kind)).toList();
    List<OptionObject> on =
        Kind.toPeople().stream()
            .filter(kind -> !chosen.off().contains(kind))
            .map(kind -> kind(say, kind))
            .toList();
    return input(i ->
        i.blockId(KINDS)
            .label(plainText(say.plain("care.form.kinds")))
            .hint(plainText(say.plain("care.form.kinds_hint")))
            .optional(true)
            .element(
                checkboxes(
                    c -> c.actionId(KINDS).options(all).initialOptions(on.isEmpty() ? null : on))));
  }

  private static OptionObject kind(Words.Sentences say, Kind kind) {
    return choice(say.plain("care.kind." + kind.stored()), kind.stored());
  }

  private static LayoutBlock time(String id, String label, String hint, LocalTime initial) {
    return field(id, label, hint, timePicker(t -> t.actionId(id).initialTime(initial.toString())));
  }

  private static LayoutBlock snooze(Words.Sentences say, String until) {
    OptionObject none = choice(say.plain("care.form.snooze_none"), NONE);
    OptionObject keep =
        until == null ? null : choice(say.plain("care.form.snooze_keep", "date", until), KEEP);
    List<OptionObject> options =
        Stream.of(
                keep,
                none,
                choice(say.plain("care.form.snooze_week"), WEEK),
                choice(say.plain("care.form.snooze_month"), MONTH))
            .filter(option -> option != null)
            .toList();
    return field(
        SNOOZE,
        say.plain("care.form.snooze"),
        null,
        radioButtons(r -> r.actionId(SNOOZE).options(options).initialOption(options.getFirst())));
  }

  private LayoutBlock languages(Words.Sentences say, Preferences chosen) {
    List<OptionObject> options = new ArrayList<>();
    options.add(choice(say.plain("care.form.language_slack"), NONE));
    words.languages().forEach(language -> options.add(choice(name(language), language.code())));
    OptionObject initial =
        options.stream()
            .filter(o -> chosen.language() != null && o.getValue().equals(chosen.language().code()))
            .findFirst()
            .orElse(options.getFirst());
    return field(
        LANGUAGE,
        say.plain("care.form.language"),
        null,
        staticSelect(s -> s.actionId(LANGUAGE).options(options).initialOption(initial)));
  }

  /// Each language by its own name: whoever reads only that one finds it.
  static String name(Language language) {
    return language.locale().getDisplayLanguage(language.locale());
  }

  private static LayoutBlock field(String id, String label, String hint, BlockElement element) {
    return input(i ->
        i.blockId(id)
            .label(plainText(label))
            .hint(hint == null ? null : plainText(hint))
            .element(element));
  }

  private static OptionObject choice(String label, String value) {
    return option(plainText(label), value);
  }

  private static LayoutBlock text(String markup) {
    return section(s -> s.text(markdownText(markup)));
  }

  private static View modal(
      Words.Sentences say, String title, String callback, String carried, List<LayoutBlock> all) {
    return view(v ->
        v.type("modal")
            .callbackId(callback)
            .privateMetadata(carried)
            .title(viewTitle(t -> t.type("plain_text").text(say.plain(title))))
            .submit(viewSubmit(s -> s.type("plain_text").text(say.plain("care.form.save"))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("care.form.cancel"))))
            .blocks(all));
  }

  private static View shown(Words.Sentences say, String title, List<LayoutBlock> blocks) {
    return view(v ->
        v.type("modal")
            .title(viewTitle(t -> t.type("plain_text").text(say.plain(title))))
            .close(viewClose(c -> c.type("plain_text").text(say.plain("care.form.close"))))
            .blocks(blocks));
  }
}
