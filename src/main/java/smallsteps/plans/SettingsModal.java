package smallsteps.plans;

import static smallsteps.BlockKit.plainText;
import static smallsteps.BlockKit.section;
import static smallsteps.Modals.channelSelect;
import static smallsteps.Modals.checkboxes;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.option;
import static smallsteps.Modals.optional;
import static smallsteps.Modals.radioButtons;
import static smallsteps.Modals.select;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.timePicker;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Reply;
import smallsteps.config.Words;
import smallsteps.weekly.Rhythm;

/// The modal with all that a channel may choose. Its fields belong to one channel; another channel
/// chosen in it brings that one's.
final class SettingsModal {
  static final String CALLBACK = "nudge_settings";
  static final String CHANNEL = "nudge_channel";
  static final String STATE = "nudge_state";
  static final String UNTIL = "nudge_until";
  static final String EVERY = "nudge_every";
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
  /// @param isFreed its owner has left just now
  /// @param usual when a digest comes where none was chosen
  Reply.OpenView fields(Plan plan, boolean isNew, boolean isFreed, LocalTime usual) {
    var blocks = new ArrayList<LayoutBlock>();
    String channelId = plan.channel().id();
    blocks.add(channel(channelId));
    if (isFreed) {
      blocks.add(section(say.say("owner_has_left")));
    }
    if (!isNew) {
      addState(blocks, plan);
    }
    Rhythm rhythm = plan.rhythm();
    String often = Often.of(rhythm.every()).code();
    blocks.add(field(EVERY, plan, select(EVERY, often(rhythm), often)));
    blocks.add(field(WEEKDAY, plan, select(WEEKDAY, weekdays(), rhythm.weekday().name())));
    blocks.add(field(TIME, plan, timePicker(TIME, rhythm.time())));
    blocks.add(hinted(ZONE, plan, zones(rhythm.zone().getId())));
    blocks.add(field(LANGUAGE, plan, select(LANGUAGE, languages(plan), plan.language().code())));
    Choices choices = plan.choices();
    blocks.add(optional(hinted(SKIPS, plan, checkboxes(SKIPS, skips(), codes(choices)))));
    Choices.Digest digest = choices.digest();
    List<OptionObject> days = new ArrayList<>(weekdays());
    days.addFirst(option(label("modal.no_digest"), NONE));
    String day = digest == null ? NONE : digest.weekday().name();
    blocks.add(hinted(DIGEST_DAY, plan, select(DIGEST_DAY, days, day)));
    LocalTime time = digest == null ? usual : digest.time();
    blocks.add(optional(field(DIGEST_TIME, plan, timePicker(DIGEST_TIME, time))));
    String who = choices.isOwnersAlone() ? OWNER : ANYONE;
    blocks.add(field(WHO, plan, radioButtons(WHO, options("modal.who.", ANYONE, OWNER), who)));
    return view(channelId, blocks, true);
  }

  private void addState(List<LayoutBlock> blocks, Plan plan) {
    Plan.Pause pause = plan.pause();
    if (pause != null) {
      blocks.add(section(say.rests(plan)));
    }
    List<OptionObject> states = options("modal.state.", ON, PAUSED, OFF);
    blocks.add(field(STATE, plan, radioButtons(STATE, states, pause == null ? ON : PAUSED)));
    var until = pause == null || pause.until() == null ? null : pause.until().toString();
    blocks.add(
        optional(
            hinted(
                UNTIL,
                plan,
                DatePickerElement.builder().actionId(UNTIL).initialDate(until).build())));
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
            section(
                "*" + words.say("nudges.modal.nudge_channel") + "*",
                channelSelect(CHANNEL).initialConversation(plan.channel().id()).build()),
            section(text)),
        false);
  }

  /// What came of it.
  Reply.OpenView result(String channelId, String text) {
    String where = say.say("modal.in_channel", "channel", new Mrkdwn("<#" + channelId + ">"));
    return view(channelId, List.of(section(where + "\n\n" + text)), false);
  }

  private Reply.OpenView view(String channelId, List<LayoutBlock> blocks, boolean isToSave) {
    String close = label(isToSave ? "modal.cancel" : "modal.close");
    return new Reply.OpenView(
        modal(label("modal.title"), close, blocks)
            .callbackId(CALLBACK)
            .privateMetadata(channelId)
            .submit(isToSave ? submit(label("modal.save")) : null)
            .build());
  }

  private LayoutBlock channel(String channelId) {
    var channels = channelSelect(CHANNEL).initialConversation(channelId).build();
    String hint = channelId == null ? label("modal.hint." + CHANNEL) : null;
    var input = input(CHANNEL, label("modal." + CHANNEL), hint, channels);
    input.setDispatchAction(true);
    return input;
  }

  /// Its block is another one in each channel, or Slack would keep what it held.
  private InputBlock field(String name, Plan plan, BlockElement element) {
    return input(name + ":" + plan.channel().id(), label("modal." + name), element);
  }

  private InputBlock hinted(String name, Plan plan, BlockElement element) {
    InputBlock input = field(name, plan, element);
    input.setHint(plainText(label("modal.hint." + name)));
    return input;
  }

  /// What it offers is asked of us while somebody types.
  private static BlockElement zones(String chosen) {
    return ExternalSelectElement.builder()
        .actionId(ZONE)
        .minQueryLength(0)
        .initialOption(option(chosen, chosen))
        .build();
  }

  private List<OptionObject> often(Rhythm rhythm) {
    return Often.offered(rhythm.every()).stream()
        .map(often ->
            option(
                words.plain("nudges.modal.every." + often.key(), "n", often.weeks()), often.code()))
        .toList();
  }

  private List<OptionObject> weekdays() {
    return Stream.of(DayOfWeek.values()).map(day -> option(say.weekday(day), day.name())).toList();
  }

  /// What it may be, and what it is.
  private List<OptionObject> languages(Plan plan) {
    return Stream.concat(languages.stream(), Stream.of(plan.language()))
        .distinct()
        .map(language -> option(say.name(language), language.code()))
        .toList();
  }

  private List<OptionObject> skips() {
    return Stream.of(Skip.values())
        .map(skip -> option(label("skips." + skip.code()), skip.code()))
        .toList();
  }

  private static Set<String> codes(Choices choices) {
    return choices.skips().stream().map(Skip::code).collect(Collectors.toSet());
  }

  private List<OptionObject> options(String keys, String... values) {
    return Stream.of(values).map(value -> option(label(keys + value), value)).toList();
  }

  private String label(String key) {
    return words.plain("nudges." + key);
  }
}
