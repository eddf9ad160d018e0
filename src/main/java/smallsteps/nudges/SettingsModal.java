package smallsteps.nudges;

import static smallsteps.nudges.FieldBlocks.checkboxes;
import static smallsteps.nudges.FieldBlocks.date;
import static smallsteps.nudges.FieldBlocks.external;
import static smallsteps.nudges.FieldBlocks.radio;
import static smallsteps.nudges.FieldBlocks.select;
import static smallsteps.nudges.FieldBlocks.time;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Reply;
import smallsteps.config.Words;

/// The modal with all that a channel may choose. Its fields belong to one channel; another channel
/// chosen in it brings that one's.
final class SettingsModal {
  static final String CALLBACK = "nudge_settings";
  static final String CHANNEL = "nudge_channel";
  static final String STATE = "nudge_state";
  static final String UNTIL = "nudge_until";
  static final String WEEKDAY = "nudge_weekday";
  static final String TIME = "nudge_time";
  static final String ZONE = "nudge_zone";
  static final String LANGUAGE = "nudge_language";
  static final String SKIPS = "nudge_skips";
  static final String DIGEST_DAY = "nudge_digest_day";
  static final String DIGEST_TIME = "nudge_digest_time";
  static final String WHO = "nudge_who";

  static final String ON = "on";
  static final String PAUSED = "paused";
  static final String OFF = "off";
  static final String NONE = "none";
  static final String OWNER = "owner";
  static final String ANYONE = "anyone";

  private final Words.Sentences words;
  private final PlanSentences say;
  private final List<Language> languages;

  /// @param languages that the channel may choose
  SettingsModal(Words.Sentences words, PlanSentences say, List<Language> languages) {
    this.words = words;
    this.say = say;
    this.languages = languages;
  }

  /// For who comes from elsewhere: first the channel.
  Reply.OpenView whichChannel() {
    return view("", List.of(channel(null)), true);
  }

  /// @param plan what the fields hold
  /// @param isNew nothing is planned yet: there is nothing to rest or to end
  /// @param usual when a digest comes where none was chosen
  Reply.OpenView fields(Plan plan, boolean isNew, LocalTime usual) {
    var blocks = new ArrayList<LayoutBlock>();
    String channelId = plan.channel().id();
    blocks.add(channel(channelId));
    if (!isNew) {
      addState(blocks, plan);
    }
    Rhythm rhythm = plan.rhythm();
    blocks.add(field(WEEKDAY, plan, select(WEEKDAY, weekdays(), rhythm.weekday().name())));
    blocks.add(field(TIME, plan, time(TIME, rhythm.time())));
    blocks.add(hinted(ZONE, plan, false, external(ZONE, rhythm.zone().getId())));
    blocks.add(field(LANGUAGE, plan, select(LANGUAGE, languages(plan), plan.language().code())));
    Choices choices = plan.choices();
    blocks.add(hinted(SKIPS, plan, true, checkboxes(SKIPS, skips(), codes(choices))));
    Choices.Digest digest = choices.digest();
    Map<String, String> days = new LinkedHashMap<>(Map.of(NONE, label("modal.no_digest")));
    days.putAll(weekdays());
    String day = digest == null ? NONE : digest.weekday().name();
    blocks.add(hinted(DIGEST_DAY, plan, false, select(DIGEST_DAY, days, day)));
    blocks.add(
        optional(DIGEST_TIME, plan, time(DIGEST_TIME, digest == null ? usual : digest.time())));
    String who = choices.isOwnersAlone() ? OWNER : ANYONE;
    blocks.add(field(WHO, plan, radio(WHO, texts("modal.who.", ANYONE, OWNER), who)));
    return view(channelId, blocks, true);
  }

  private void addState(List<LayoutBlock> blocks, Plan plan) {
    Plan.Pause pause = plan.pause();
    if (pause != null) {
      blocks.add(FieldBlocks.text(say.rests(pause)));
    }
    Map<String, String> states = texts("modal.state.", ON, PAUSED, OFF);
    blocks.add(field(STATE, plan, radio(STATE, states, pause == null ? ON : PAUSED)));
    blocks.add(hinted(UNTIL, plan, true, date(UNTIL, pause == null ? null : pause.until())));
  }

  /// Who may not change them reads how they are.
  Reply.OpenView locked(Plan plan, String comes) {
    String text =
        String.join(
            "\n\n",
            say.plan(plan),
            comes,
            say.choices(plan),
            say.say("only_owner_reads", "person", Mrkdwn.mention(plan.setBy())));
    return view(
        plan.channel().id(),
        List.of(
            FieldBlocks.text(
                "*" + words.say("nudges.modal.nudge_channel") + "*",
                FieldBlocks.channels(CHANNEL, plan.channel().id())),
            FieldBlocks.text(text)),
        false);
  }

  /// What came of it.
  Reply.OpenView told(String channelId, String text) {
    String where = say.say("modal.in_channel", "channel", new Mrkdwn("<#" + channelId + ">"));
    return view(channelId, List.of(FieldBlocks.text(where + "\n\n" + text)), false);
  }

  private Reply.OpenView view(String channelId, List<LayoutBlock> blocks, boolean isToSave) {
    ViewSubmit save = ViewSubmit.builder().type("plain_text").text(label("modal.save")).build();
    String close = label(isToSave ? "modal.cancel" : "modal.close");
    return new Reply.OpenView(
        View.builder()
            .type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(channelId)
            .title(ViewTitle.builder().type("plain_text").text(label("modal.title")).build())
            .submit(isToSave ? save : null)
            .close(ViewClose.builder().type("plain_text").text(close).build())
            .blocks(blocks)
            .build());
  }

  private LayoutBlock channel(String channelId) {
    var input =
        FieldBlocks.input(
            CHANNEL,
            "",
            label("modal." + CHANNEL),
            null,
            false,
            FieldBlocks.channels(CHANNEL, channelId));
    input.setDispatchAction(true);
    return input;
  }

  private LayoutBlock field(String name, Plan plan, BlockElement element) {
    return FieldBlocks.input(
        name, plan.channel().id(), label("modal." + name), null, false, element);
  }

  private LayoutBlock optional(String name, Plan plan, BlockElement element) {
    return FieldBlocks.input(
        name, plan.channel().id(), label("modal." + name), null, true, element);
  }

  private LayoutBlock hinted(String name, Plan plan, boolean isOptional, BlockElement element) {
    String hint = label("modal.hint." + name);
    return FieldBlocks.input(
        name, plan.channel().id(), label("modal." + name), hint, isOptional, element);
  }

  private Map<String, String> weekdays() {
    var days = new LinkedHashMap<String, String>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name(), say.weekday(day));
    }
    return days;
  }

  private Map<String, String> languages(Plan plan) {
    var names = new LinkedHashMap<String, String>();
    languages.forEach(language -> names.put(language.code(), say.name(language)));
    names.putIfAbsent(plan.language().code(), say.name(plan.language()));
    return names;
  }

  private Map<String, String> skips() {
    var texts = new LinkedHashMap<String, String>();
    for (Skip skip : Skip.values()) {
      texts.put(skip.code(), label("skips." + skip.code()));
    }
    return texts;
  }

  private static Set<String> codes(Choices choices) {
    return choices.skips().stream().map(Skip::code).collect(Collectors.toSet());
  }

  private Map<String, String> texts(String keys, String... values) {
    var texts = new LinkedHashMap<String, String>();
    for (String value : values) {
      texts.put(value, label(keys + value));
    }
    return texts;
  }

  private String label(String key) {
    return words.plain("nudges." + key);
  }
}
