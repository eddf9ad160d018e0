package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// Answers `/nudge …`, in the language of the one who typed it.
final class NudgeAnswers {
  private static final int RECEIPTS = 3;

  private final Settings settings;
  private final Words words;
  private final Database database;
  private final InstantSource clock;
  private final DueNudges due;
  private final Outlook outlook;

  NudgeAnswers(
      Settings settings, Words words, Database database, InstantSource clock, DueNudges due) {
    this.settings = settings;
    this.words = words;
    this.database = database;
    this.clock = clock;
    this.due = due;
    outlook = new Outlook(database, clock);
  }

  Reply answer(Request.Command command) {
    var channel = new Channel(command.user().teamId(), command.channelId());
    var say = new PlanSentences(words.in(command.language()));
    return switch (NudgeGrammar.read(command.text())) {
      case NudgeQuery.Settings() -> onlyYou(settings(channel, say), say.say("help"));
      case NudgeQuery.Change change -> change(change, channel, command, say);
      case NudgeQuery.Next() -> next(channel, say);
      case NudgeQuery.Pause(PauseEnd end) -> pause(channel, end, say);
      case NudgeQuery.Resume() -> resume(channel, say);
      case NudgeQuery.Off() -> off(channel, say);
      case NudgeQuery.Now(Language language) -> now(channel, language, say);
      case NudgeQuery.Help() -> onlyYou(say.say("help"));
      case NudgeQuery.NoSuchTime(String typed) -> onlyYou(say.say("no_such_time", "typed", typed));
      case NudgeQuery.NoSuchZone zone -> onlyYou(noSuchZone(zone, say));
      case NudgeQuery.Twice(String typed) -> onlyYou(say.say("twice", "typed", typed));
      case NudgeQuery.NoSuchPause(String typed) ->
          onlyYou(say.say("no_such_pause", "typed", typed));
      case NudgeQuery.Unknown unknown -> onlyYou(unknown(unknown, say), say.say("help"));
    };
  }

  private Reply change(
      NudgeQuery.Change change, Channel channel, Request.Command command, PlanSentences say) {
    if (change.isLanguageAlone()) {
      return speak(change.language(), channel, say);
    }
    Instant now = now();
    Optional<Plan> changed =
        database.write(sql -> {
          var plans = new PlanStore(sql);
          Optional<Plan> plan =
              changed(change, plans.find(channel))
                  .map(draft -> draft.by(channel, command.user().id(), now));
          plan.ifPresent(plans::set);
          return plan;
        });
    return changed
        .map(plan ->
            onlyYou(say.say("set", "plan", new Mrkdwn(say.plan(plan))), outlook.comes(plan, say)))
        .orElseGet(() -> onlyYou(say.say(change.weekday() == null ? "which_day" : "which_time")));
  }

  /// The plan with what was typed; empty when that leaves out the weekday or the time.
  private Optional<Draft> changed(NudgeQuery.Change change, Optional<Plan> before) {
    Optional<Rhythm> old = before.map(Plan::rhythm);
    DayOfWeek weekday = typed(change.weekday(), old.map(Rhythm::weekday).orElse(null));
    LocalTime time = typed(change.time(), old.map(Rhythm::time).orElse(null));
    ZoneId zone = typed(change.zone(), old.map(Rhythm::zone).orElse(settings.zone()));
    Language language =
        typed(change.language(), before.map(Plan::language).orElse(settings.language()));
    return weekday == null || time == null
        ? Optional.empty()
        : Optional.of(new Draft(new Rhythm(weekday, time, zone), language));
  }

  private static <T> T typed(T typed, T before) {
    return typed == null ? before : typed;
  }

  private record Draft(Rhythm rhythm, Language language) {
    Plan by(Channel channel, String userId, Instant now) {
      return new Plan(channel, rhythm, language, null, userId, now);
    }
  }

  private Reply speak(Language language, Channel channel, PlanSentences say) {
    if (language == null) {
      return onlyYou(say.say("help"));
    }
    boolean isSet = database.write(sql -> new PlanStore(sql).speak(channel, language));
    return isSet ? onlyYou(say.say("speaks", "language", say.name(language))) : noPlan(say);
  }

  private String settings(Channel channel, PlanSentences say) {
    return find(channel)
        .map(plan -> say.plan(plan) + "\n" + outlook.comes(plan, say))
        .orElseGet(() -> say.say("no_plan"));
  }

  private Reply next(Channel channel, PlanSentences say) {
    var lines = new ArrayList<String>();
    Optional<Plan> plan = find(channel);
    plan.ifPresentOrElse(
        p -> {
          lines.add(say.say("next.heading", "zone", p.rhythm().zone().getId()));
          outlook.lines(p, say).forEach(line -> lines.add("• " + line));
          if (p.pause() != null) {
            lines.add(outlook.comes(p, say));
          }
        },
        () -> lines.add(say.say("no_plan")));
    List<Receipt> receipts = database.read(sql -> new SlotStore(sql).receipts(channel, RECEIPTS));
    if (!receipts.isEmpty()) {
      lines.add("");
      lines.add(say.say("next.last"));
      receipts.forEach(receipt -> lines.add("• " + say.receipt(receipt)));
    }
    return onlyYou(String.join("\n", lines));
  }

  private Reply pause(Channel channel, PauseEnd end, PlanSentences say) {
    Optional<Plan> plan = find(channel);
    if (plan.isEmpty()) {
      return noPlan(say);
    }
    LocalDate today = outlook.today(plan.get());
    LocalDate until = end.date(today);
    if (until != null && !until.isAfter(today)) {
      return onlyYou(say.say("pause_is_over", "date", say.date(until)));
    }
    var pause = new Plan.Pause(Reason.ASKED, until);
    return paused(channel, pause, say);
  }

  private Reply resume(Channel channel, PlanSentences say) {
    return paused(channel, null, say);
  }

  /// @param pause null to go on
  private Reply paused(Channel channel, Plan.Pause pause, PlanSentences say) {
    boolean isKept = database.write(sql -> new PlanStore(sql).pause(channel, pause));
    return isKept
        ? find(channel).map(plan -> onlyYou(outlook.comes(plan, say))).orElseGet(() -> noPlan(say))
        : noPlan(say);
  }

  private Reply off(Channel channel, PlanSentences say) {
    boolean wasOn = database.write(sql -> new PlanStore(sql).remove(channel));
    return wasOn ? onlyYou(say.say("is_off")) : noPlan(say);
  }

  private Reply now(Channel channel, Language language, PlanSentences say) {
    Optional<Plan> plan = find(channel);
    ZoneId zone = plan.map(p -> p.rhythm().zone()).orElse(settings.zone());
    Language spoken =
        language != null ? language : plan.map(Plan::language).orElse(settings.language());
    return due.postNow(channel, zone, spoken, clock.instant())
        .map(post -> Reply.all(new Reply.Send(post), onlyYou(say.say("now"))))
        .orElseGet(() -> onlyYou(say.say("now_already")));
  }

  private static String noSuchZone(NudgeQuery.NoSuchZone zone, PlanSentences say) {
    String near = String.join(", ", zone.near());
    return near.isEmpty()
        ? say.say("no_such_zone", "typed", zone.typed())
        : say.say("no_such_zone_near", "typed", zone.typed(), "near", near);
  }

  private static String unknown(NudgeQuery.Unknown unknown, PlanSentences say) {
    return unknown.near() == null
        ? say.say("unknown", "typed", unknown.typed())
        : say.say("unknown_near", "typed", unknown.typed(), "near", unknown.near());
  }

  private Optional<Plan> find(Channel channel) {
    return database.read(sql -> new PlanStore(sql).find(channel));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Reply noPlan(PlanSentences say) {
    return onlyYou(say.say("no_plan"));
  }

  private static Reply onlyYou(String... paragraphs) {
    return Reply.onlyYou(Content.of(String.join("\n\n", paragraphs)));
  }
}
