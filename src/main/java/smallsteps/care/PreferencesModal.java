package smallsteps.care;

import static smallsteps.BlockKit.section;
import static smallsteps.Modals.checkboxes;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.option;
import static smallsteps.Modals.optional;
import static smallsteps.Modals.radioButtons;
import static smallsteps.Modals.select;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.timePicker;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
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
      blocks.add(section(say.say("care.why." + why.stored())));
    }
    QuietHours quiet = chosen.quiet();
    blocks.add(section(say.say("care.form.intro")));
    blocks.add(kinds(say, chosen));
    blocks.add(input(FROM, say.plain("care.form.quiet_from"), timePicker(FROM, quiet.from())));
    blocks.add(
        input(
            UNTIL,
            say.plain("care.form.quiet_until"),
            say.plain("care.form.quiet_hint"),
            timePicker(UNTIL, quiet.until())));
    blocks.add(snooze(say, snoozedUntil));
    blocks.add(languages(say, chosen));
    return form(say, why == null ? "care.form.title" : "care.why.button", CALLBACK, "", blocks);
  }

  /// Why a channel gets this, with its switch where it has one here.
  View channel(Language language, Kind why, String channelId, boolean isOn) {
    var say = words.in(language);
    var reason = section(say.say("care.why." + why.stored()));
    if (why.isAskedFor()) {
      return shown(say, "care.why.button", List.of(reason));
    }
    List<OptionObject> options =
        List.of(
            option(say.plain("care.channel.keep"), KEEP),
            option(say.plain("care.channel.off"), OFF));
    var field =
        input(
            SWITCH,
            say.plain("care.channel.label"),
            say.plain("care.channel.hint"),
            radioButtons(SWITCH, options, isOn ? KEEP : OFF));
    String carried = why.stored() + " " + channelId;
    return form(say, "care.why.button", CHANNEL_CALLBACK, carried, List.of(reason, field));
  }

  /// That it is saved, and what goes now.
  View saved(Language language, List<String> sentences) {
    var say = words.in(language);
    return shown(
        say,
        "care.saved.title",
        List.of(section(say.say("care.saved.thanks")), section(String.join("\n", sentences))));
  }

  private static LayoutBlock kinds(Words.Sentences say, Preferences chosen) {
    List<OptionObject> all =
        Kind.toPeople().stream()
            .map(kind -> option(say.plain("care.kind." + kind.stored()), kind.stored()))
            .toList();
    List<String> on =
        Kind.toPeople().stream()
            .filter(kind -> !chosen.off().contains(kind))
            .map(Kind::stored)
            .toList();
    return optional(
        input(
            KINDS,
            say.plain("care.form.kinds"),
            say.plain("care.form.kinds_hint"),
            checkboxes(KINDS, all, on)));
  }

  private static LayoutBlock snooze(Words.Sentences say, String until) {
    List<OptionObject> options = new ArrayList<>();
    if (until != null) {
      options.add(option(say.plain("care.form.snooze_keep", "date", until), KEEP));
    }
    options.add(option(say.plain("care.form.snooze_none"), NONE));
    options.add(option(say.plain("care.form.snooze_week"), WEEK));
    options.add(option(say.plain("care.form.snooze_month"), MONTH));
    String first = options.getFirst().getValue();
    return input(SNOOZE, say.plain("care.form.snooze"), radioButtons(SNOOZE, options, first));
  }

  private LayoutBlock languages(Words.Sentences say, Preferences chosen) {
    List<OptionObject> options = new ArrayList<>();
    options.add(option(say.plain("care.form.language_slack"), NONE));
    words.languages().forEach(language -> options.add(option(name(language), language.code())));
    String initial = chosen.language() == null ? NONE : chosen.language().code();
    return input(LANGUAGE, say.plain("care.form.language"), select(LANGUAGE, options, initial));
  }

  /// Each language by its own name: whoever reads only that one finds it.
  static String name(Language language) {
    return language.locale().getDisplayLanguage(language.locale());
  }

  private static View form(
      Words.Sentences say, String title, String callback, String carried, List<LayoutBlock> all) {
    return modal(say.plain(title), say.plain("care.form.cancel"), all)
        .callbackId(callback)
        .privateMetadata(carried)
        .submit(submit(say.plain("care.form.save")))
        .build();
  }

  private static View shown(Words.Sentences say, String title, List<LayoutBlock> blocks) {
    return modal(say.plain(title), say.plain("care.form.close"), blocks).build();
  }
}
