package smallsteps.plans;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.People;
import smallsteps.Quote;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.NotPosted;
import smallsteps.storage.Database;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.SlotsByKind;

/// Answers `/nudge …`, in the language of the one who typed it.
final class NudgeAnswers {
  private static final int RECEIPTS = 3;

  private final Settings settings;
  private final Words words;
  private final InstantSource clock;
  private final SlotsByKind slots;
  private final DaysOff daysOff;
  private final PlanChanges changes;
  private final ChangeAnswers changeAnswers;
  private final SettingsForm form;
  private final Outlook outlook;

  NudgeAnswers(
      Settings settings,
      Words words,
      Database database,
      InstantSource clock,
      SlotsByKind slots,
      DaysOff daysOff,
      People people) {
    this.settings = settings;
    this.words = words;
    this.clock = clock;
    this.slots = slots;
    this.daysOff = daysOff;
    changes = new PlanChanges(settings, database, slots, clock, people);
    outlook = new Outlook(slots, daysOff, clock);
    changeAnswers = new ChangeAnswers(changes, outlook, words);
    form = new SettingsForm(settings, words, daysOff, changes, changeAnswers, outlook);
  }

  SettingsForm form() {
    return form;
  }

  PlanChanges changes() {
    return changes;
  }

  Outlook outlook() {
    return outlook;
  }

  Reply answer(Request.Command command) {
    var channel = command.channel();
    var say = new PlanSentences(words.in(command.language()), daysOff);
    return switch (NudgeGrammar.read(command.text())) {
      case NudgeQuery.Settings() -> form.open(command, shown(channel, say));
      case NudgeQuery.Show() -> onlyYou(plan(channel, say), say.say("show_more"));
      case NudgeQuery.Changing change -> onlyYou(changeAnswers.answer(change, command, say));
      case NudgeQuery.Next() -> next(channel, say);
      case NudgeQuery.Now(Language language) -> now(command, channel, language, say);
      case NudgeQuery.Help() -> onlyYou(say.say("help"));
      case NudgeQuery.NoSuchTime(String typed) ->
          onlyYou(say.say("no_such_time", "typed", Quote.of(typed)));
      case NudgeQuery.NoSuchZone zone -> onlyYou(noSuchZone(zone, say));
      case NudgeQuery.FixedOffset(String typed, ZoneOffset offset) ->
          onlyYou(fixedOffset(typed, offset, channel, say));
      case NudgeQuery.Twice(String typed) -> onlyYou(say.say("twice", "typed", Quote.of(typed)));
      case NudgeQuery.NoSuchPause(String typed) ->
          onlyYou(say.say("no_such_pause", "typed", Quote.of(typed)));
      case NudgeQuery.WhichWay(String setting) -> onlyYou(say.say("which_way." + setting));
      case NudgeQuery.Unknown unknown -> onlyYou(unknown(unknown, say), say.say("help"));
    };
  }

  private String shown(Channel channel, PlanSentences say) {
    return plan(channel, say) + "\n\n" + say.say("help");
  }

  private String plan(Channel channel, PlanSentences say) {
    return changes
        .find(channel)
        .map(plan -> String.join("\n", say.plan(plan), outlook.comes(plan, say), say.choices(plan)))
        .orElseGet(() -> say.say("no_plan"));
  }

  private Reply next(Channel channel, PlanSentences say) {
    var lines = new ArrayList<String>();
    Optional<Plan> plan = changes.find(channel);
    plan.ifPresentOrElse(
        p -> {
          lines.add(say.say("next.heading", "zone", p.rhythm().zone().getId()));
          outlook.lines(p, say).forEach(line -> lines.add("• " + line));
          if (p.pause() != null) {
            lines.add(outlook.comes(p, say));
          }
        },
        () -> lines.add(say.say("no_plan")));
    List<Receipt> receipts = slots.of(Plans.NUDGE).receipts(channel, RECEIPTS);
    if (!receipts.isEmpty()) {
      lines.add("");
      lines.add(say.say("next.last"));
      receipts.forEach(receipt -> lines.add("• " + say.receipt(receipt)));
    }
    return onlyYou(String.join("\n", lines));
  }

  private Reply now(Request.Command asked, Channel channel, Language language, PlanSentences say) {
    Optional<Plan> plan = changes.find(channel);
    ZoneId zone = plan.map(p -> p.rhythm().zone()).orElse(settings.zone());
    Language spoken = language != null ? language : changes.language(channel);
    String said = say.say(asked.isDirect() ? "now_direct" : "now");
    return slots
        .of(Plans.NUDGE)
        .now(channel, zone, spoken, asked.user().id(), clock.instant())
        .map(nudge ->
            Reply.all(new Reply.Awaiting(nudge, outcome -> sorry(asked, outcome)), onlyYou(said)))
        .orElseGet(() -> onlyYou(say.say("now_already")));
  }

  private String fixedOffset(String typed, ZoneOffset offset, Channel channel, PlanSentences say) {
    ZoneId own = changes.find(channel).map(plan -> plan.rhythm().zone()).orElse(settings.zone());
    String near = String.join(", ", Offsets.near(offset, own));
    return say.say("fixed_offset", "typed", Quote.of(typed), "near", near);
  }

  private Reply sorry(Request.Command asked, Outcome outcome) {
    return NotPosted.answer(outcome, asked.isDirect(), words.in(asked.language()), null);
  }

  private static String noSuchZone(NudgeQuery.NoSuchZone zone, PlanSentences say) {
    String near = String.join(", ", zone.near());
    return near.isEmpty()
        ? say.say("no_such_zone", "typed", Quote.of(zone.typed()))
        : say.say("no_such_zone_near", "typed", Quote.of(zone.typed()), "near", near);
  }

  private static String unknown(NudgeQuery.Unknown unknown, PlanSentences say) {
    return unknown.near() == null
        ? say.say("unknown", "typed", Quote.of(unknown.typed()))
        : say.say("unknown_near", "typed", Quote.of(unknown.typed()), "near", unknown.near());
  }

  private static Reply onlyYou(String... paragraphs) {
    return Reply.onlyYou(Content.of(String.join("\n\n", paragraphs)));
  }
}
