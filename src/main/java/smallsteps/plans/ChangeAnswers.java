package smallsteps.plans;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Quote;
import smallsteps.Request;
import smallsteps.config.Words;

/// Does what was typed to change a plan, and says what came of it.
final class ChangeAnswers {
  private final PlanChanges changes;
  private final Outlook outlook;
  private final Words words;

  ChangeAnswers(PlanChanges changes, Outlook outlook, Words words) {
    this.changes = changes;
    this.outlook = outlook;
    this.words = words;
  }

  /// Somebody's wish for a channel, and whose words to answer in.
  private record Wish(Channel channel, String userId, PlanSentences say, boolean isDirect) {}

  String answer(NudgeQuery.Changing query, Request.Command asked, PlanSentences say) {
    Channel channel = asked.channel();
    boolean isFreed = changes.freed(channel, asked.user().id());
    return say.said(isFreed, answer(query, asked, channel, say));
  }

  private String answer(
      NudgeQuery.Changing query, Request.Command asked, Channel channel, PlanSentences say) {
    String userId = asked.user().id();
    var wish = new Wish(channel, userId, say, asked.isDirect());
    return switch (query) {
      case NudgeQuery.Change change when change.isLanguageAlone() ->
          change.language() == null ? say.say("help") : speak(change.language(), wish);
      case NudgeQuery.Change change -> plan(change, wish);
      case NudgeQuery.Speak(String typed) ->
          language(typed)
              .map(language -> speak(language, wish))
              .orElseGet(
                  () -> say.say("no_such_language", "typed", Quote.of(typed), "known", known(say)));
      case NudgeQuery.Pause(PauseEnd end) -> pause(end, wish);
      case NudgeQuery.Resume() ->
          changed(
              wish,
              plan -> plan.with((Plan.Pause) null),
              plan -> say.say("goes_on", "comes", new Mrkdwn(outlook.comes(plan, say))));
      case NudgeQuery.Off() -> say.came(changes.remove(channel, userId), _ -> "");
      case NudgeQuery.Skips(var days, boolean isSkipped) ->
          chosen(wish, plan -> plan.with(plan.choices().skipping(days, isSkipped)), say::skips);
      case NudgeQuery.DigestOn on ->
          chosen(
              wish,
              plan -> plan.with(plan.choices().with(changes.digest(plan.choices().digest(), on))),
              say::digest);
      case NudgeQuery.DigestOff() -> noDigest(wish);
      case NudgeQuery.Restrict(boolean toMe) ->
          changed(
              wish,
              plan -> {
                Plan restricted = plan.with(plan.choices().ownersAlone(toMe));
                return toMe ? restricted.ownedBy(userId) : restricted;
              },
              _ -> say.say(toMe ? "restricted.to_me" : "restricted.to_anyone"));
    };
  }

  private String plan(NudgeQuery.Change change, Wish wish) {
    PlanSentences say = wish.say();
    var result = changes.plan(wish.channel(), wish.userId(), change);
    if (result instanceof PlanChanges.Result.NoPlan) {
      return say.say(change.weekday() == null ? "which_day" : "which_time");
    }
    return say.came(result, plan -> set(plan, wish.isDirect() ? "set_direct" : "set", say));
  }

  /// That it is kept, and what comes of it.
  String set(Plan plan, PlanSentences say) {
    return set(plan, "set", say);
  }

  private String set(Plan plan, String key, PlanSentences say) {
    return String.join(
        "\n\n",
        say.say(key, "plan", new Mrkdwn(say.plan(plan))),
        outlook.comes(plan, say),
        say.choices(plan));
  }

  private String speak(Language language, Wish wish) {
    PlanSentences say = wish.say();
    return changed(
        wish, plan -> plan.with(language), _ -> say.say("speaks", "language", say.name(language)));
  }

  private String pause(PauseEnd end, Wish wish) {
    PlanSentences say = wish.say();
    Optional<LocalDate> today = changes.find(wish.channel()).map(outlook::today);
    LocalDate until = today.map(end::date).orElse(null);
    if (until != null && !until.isAfter(today.get())) {
      return say.say("pause_is_over", "date", say.date(until));
    }
    return changed(
        wish,
        plan -> plan.with(new Plan.Pause(Reason.ASKED, until)),
        plan -> outlook.comes(plan, say));
  }

  /// Where nothing is planned there is no digest either, and that is what was asked for.
  private String noDigest(Wish wish) {
    return changes.find(wish.channel()).isEmpty()
        ? wish.say().say("digest_off")
        : chosen(
            wish,
            plan -> plan.with(plan.choices().with((Choices.Digest) null)),
            wish.say()::digest);
  }

  /// @param told what was chosen, and nothing else that the channel chose before
  private String chosen(Wish wish, UnaryOperator<Plan> change, Function<Plan, String> told) {
    return changed(
        wish, change, plan -> wish.say().say("chosen", "choices", new Mrkdwn(told.apply(plan))));
  }

  private String changed(Wish wish, UnaryOperator<Plan> change, Function<Plan, String> told) {
    return wish.say().came(changes.change(wish.channel(), wish.userId(), change), told);
  }

  /// By its code, or by its name in any of the languages.
  private Optional<Language> language(String typed) {
    String plain = Typed.plain(typed);
    return words.languages().stream()
        .filter(language -> names(language).map(Typed::plain).anyMatch(plain::equals))
        .findFirst()
        .or(() -> Optional.ofNullable(Vocabulary.LANGUAGES.get(plain)));
  }

  private Stream<String> names(Language language) {
    Stream<Locale> readers =
        Stream.concat(words.languages().stream(), Stream.of(language)).map(Language::locale);
    return Stream.concat(
        Stream.of(language.code()), readers.map(language.locale()::getDisplayLanguage));
  }

  private String known(PlanSentences say) {
    return String.join(", ", words.languages().stream().map(say::name).toList());
  }
}
