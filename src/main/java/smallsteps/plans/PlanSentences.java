package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Rhythm;

/// Plans, slots and receipts in one person's words, with dates written out.
final class PlanSentences {
  private final Words.Sentences say;
  private final DaysOff daysOff;
  private final Locale locale;

  PlanSentences(Words.Sentences say, DaysOff daysOff) {
    this.say = say;
    this.daysOff = daysOff;
    locale = say.language().locale();
  }

  /// @param key without the room's name
  String say(String key, Object... namesAndValues) {
    return say.say("nudges." + key, namesAndValues);
  }

  /// An answer about a plan; that who set it has left is said before it, where it is theirs no
  /// more.
  String said(boolean isFreed, String answer) {
    return isFreed ? say("owner_has_left") + "\n\n" + answer : answer;
  }

  /// @param told what is said of a plan that was changed
  String came(PlanChanges.Result result, Function<Plan, String> told) {
    return switch (result) {
      case PlanChanges.Result.Changed(Plan plan) -> told.apply(plan);
      case PlanChanges.Result.Removed() -> say("is_off");
      case PlanChanges.Result.NoPlan() -> say("no_plan");
      case PlanChanges.Result.OwnersAlone(String ownerId) ->
          say("only_owner", "person", Mrkdwn.mention(ownerId));
    };
  }

  /// A sentence of ours inside another: escaped once, where it was made.
  Mrkdwn part(String key, Object... namesAndValues) {
    return new Mrkdwn(say(key, namesAndValues));
  }

  String date(LocalDate date) {
    return say.date(DateShape.FULL, date);
  }

  Mrkdwn moment(ZonedDateTime at) {
    return part("moment", "date", date(at.toLocalDate()), "time", time(at.toLocalTime()));
  }

  private static String time(LocalTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  String plan(Plan plan) {
    Rhythm rhythm = plan.rhythm();
    return say(
        Often.of(rhythm.every()).weeks() > 1 ? "plan_seldom" : "plan",
        "every",
        every(rhythm),
        "weekday",
        weekday(rhythm.weekday()),
        "time",
        time(rhythm.time()),
        "zone",
        rhythm.zone().getId(),
        "language",
        name(plan.language()));
  }

  /// `every other Monday`.
  private Mrkdwn every(Rhythm rhythm) {
    Often often = Often.of(rhythm.every());
    return part("every." + often.key(), "n", often.weeks(), "weekday", weekday(rhythm.weekday()));
  }

  /// What else the channel chose, a sentence after the other.
  String choices(Plan plan) {
    Choices choices = plan.choices();
    var sentences = new ArrayList<String>();
    sentences.add(skips(plan));
    sentences.add(digest(plan));
    if (choices.isOwnersAlone() && plan.setBy() != null) {
      sentences.add(say("owners_alone", "person", Mrkdwn.mention(plan.setBy())));
    }
    return String.join(" ", sentences);
  }

  String skips(Plan plan) {
    Set<Skip> skips = plan.choices().skips();
    List<String> days = skips.stream().sorted().map(skip -> say("skips." + skip.code())).toList();
    if (days.isEmpty()) {
      return say("skips_none");
    }
    String first = String.join(", ", days.subList(0, days.size() - 1));
    Mrkdwn last = new Mrkdwn(days.getLast());
    return say(
        "skips_some",
        "days",
        first.isEmpty() ? last : part("skips_and", "first", new Mrkdwn(first), "last", last));
  }

  String digest(Plan plan) {
    Choices.Digest digest = plan.choices().digest();
    return digest == null
        ? say("digest_off")
        : say("digest_on", "weekday", weekday(digest.weekday()), "time", time(digest.time()));
  }

  String weekday(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, locale);
  }

  String name(Language language) {
    return language.locale().getDisplayLanguage(locale);
  }

  Mrkdwn slot(Rhythm.Slot slot, Plan plan) {
    Mrkdwn moment = moment(slot.at());
    return slot.isMovedFrom(plan.rhythm().time())
        ? part("slot.moved", "moment", moment, "time", time(plan.rhythm().time()))
        : moment;
  }

  /// Why a slot to come is left out.
  Mrkdwn pause(Plan.Pause pause) {
    if (!pause.reason().equals(Reason.ASKED)) {
      return reason(pause.reason(), null);
    }
    return pause.until() == null
        ? part("pause.asked")
        : part("pause.asked_until", "date", date(pause.until()));
  }

  /// That nothing comes, and what to do about it where it lasts until somebody does.
  String rests(Plan plan) {
    Plan.Pause pause = plan.pause();
    return pause.until() == null
        ? say("rests_until_mended", "reason", pause(pause), "remedy", part(remedy(plan)))
        : say("rests_until", "date", date(pause.until()));
  }

  /// To a direct message between others nobody can invite the bot.
  private static String remedy(Plan plan) {
    String reason = plan.pause().reason();
    boolean isShut = Reason.needsAPerson(reason) && plan.channel().isDirect();
    return isShut ? "remedy.direct" : "remedy." + reason;
  }

  /// Why a slot was left out.
  ///
  /// @param date of the slot; null where the reason has nothing to do with it
  Mrkdwn reason(String code, LocalDate date) {
    return Optional.ofNullable(date)
        .flatMap(day -> daysOff.inWords(code, day, say))
        .orElseGet(() ->
            Reason.hasWords(code) ? part("reason." + code) : part("reason.refused", "code", code));
  }

  String receipt(Receipt receipt) {
    ZonedDateTime due = receipt.due().atZone(receipt.zone());
    return switch (receipt.state()) {
      case "posted" -> posted(receipt, due);
      case "claimed" -> say("receipt.claimed", "moment", moment(due));
      default ->
          say(
              "receipt.not_posted",
              "moment",
              moment(due),
              "reason",
              reason(receipt.reason(), due.toLocalDate()));
    };
  }

  private String posted(Receipt receipt, ZonedDateTime due) {
    boolean isLate = ChronoUnit.MINUTES.between(receipt.due(), receipt.settledAt()) > 0;
    String at = time(receipt.settledAt().atZone(receipt.zone()).toLocalTime());
    return isLate
        ? say("receipt.posted_late", "moment", moment(due), "time", at)
        : say("receipt.posted", "moment", moment(due));
  }
}
