package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.weekly.Rhythm;

/// The modal in use: what opens it, and what becomes of what was filled in.
final class SettingsForm {

  /// What a channel is offered that has planned nothing.
  private static final DayOfWeek USUAL_WEEKDAY = DayOfWeek.MONDAY;

  private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);

  private final Settings settings;
  private final Words words;
  private final DaysOff daysOff;
  private final PlanChanges changes;
  private final ChangeAnswers answers;
  private final Outlook outlook;

  SettingsForm(
      Settings settings,
      Words words,
      DaysOff daysOff,
      PlanChanges changes,
      ChangeAnswers answers,
      Outlook outlook) {
    this.settings = settings;
    this.words = words;
    this.daysOff = daysOff;
    this.changes = changes;
    this.answers = answers;
    this.outlook = outlook;
  }

  /// @param instead what stands in where no modal opens
  Reply open(Request.Command asked, String instead) {
    return view(asked.channel(), asked.user().id(), asked.language(), instead);
  }

  /// From a button. Its value names the channel, else it is the one the button stands in; from the
  /// App Home a person chooses.
  Reply open(Request.Action pressed) {
    boolean isNamed = pressed.value() != null && !pressed.value().isBlank();
    String channelId = isNamed ? pressed.value() : pressed.channelId();
    if (channelId == null) {
      return modal(pressed.language()).whichChannel();
    }
    return of(channelId, pressed);
  }

  /// Another channel was chosen in the modal: its settings take the place.
  Reply otherChannel(Request.Action chosen) {
    return chosen.value() == null ? Reply.nothing() : of(chosen.value(), chosen);
  }

  private Reply of(String channelId, Request.Action action) {
    var channel = new Channel(action.user().teamId(), channelId);
    String instead = words.in(action.language()).say("app.view_not_opened");
    return view(channel, action.user().id(), action.language(), instead);
  }

  Reply zones(Request.Options asked) {
    return new Reply.Offer(
        Zones.offer(asked.typed(), asked.zone(), settings.zone()).stream()
            .map(id -> new Reply.Offer.Option(id, id))
            .toList());
  }

  /// Whoever frees it is told so, in the form or instead of it.
  private Reply view(Channel channel, String userId, Language language, String instead) {
    boolean isFreed = changes.freed(channel, userId);
    return view(channel, userId, language, isFreed)
        .or(Content.of(sentences(language).said(isFreed, instead)));
  }

  private Reply.OpenView view(Channel channel, String userId, Language language, boolean isFreed) {
    Optional<Plan> plan = changes.find(channel).map(this::withoutAPauseThatIsOver);
    SettingsModal modal = modal(language);
    if (plan.isPresent() && !plan.get().mayBeChangedBy(userId)) {
      return modal.locked(plan.get(), outlook.comes(plan.get(), sentences(language)));
    }
    return modal.fields(
        plan.orElseGet(() -> usual(channel, userId)),
        plan.isEmpty(),
        isFreed,
        settings.nudges().digest().time());
  }

  private Plan withoutAPauseThatIsOver(Plan plan) {
    return plan.isPausedOn(outlook.today(plan)) ? plan : plan.with((Plan.Pause) null);
  }

  private Plan usual(Channel channel, String userId) {
    return new Plan(
        channel,
        new Rhythm(USUAL_WEEKDAY, USUAL_TIME, settings.zone()),
        changes.language(channel),
        null,
        changes.usual(),
        userId,
        changes.now());
  }

  Reply submitted(Request.ViewSubmission submitted) {
    String channelId = submitted.value(SettingsModal.CHANNEL);
    if (!submitted.privateMetadata().equals(channelId)) {
      return mistakes(Map.of(SettingsModal.CHANNEL, "modal.channel_not_shown"), submitted);
    }
    var channel = new Channel(submitted.user().teamId(), channelId);
    String userId = submitted.user().id();
    return switch (FilledSettings.read(submitted, channel, changes.find(channel), changes.now())) {
      case FilledSettings.Wish.Mistaken(var keys) -> mistakes(keys, submitted);
      case FilledSettings.Wish.Off() ->
          answer(submitted, channel, () -> changes.remove(channel, userId));
      case FilledSettings.Wish.Planned(Plan plan) ->
          answer(submitted, channel, () -> changes.replace(plan));
    };
  }

  private Reply answer(
      Request.ViewSubmission submitted, Channel channel, Supplier<PlanChanges.Result> change) {
    var say = sentences(submitted.language());
    // not before: who hears of mistakes would not hear of this
    boolean isFreed = changes.freed(channel, submitted.user().id());
    PlanChanges.Result result = change.get();
    String text = say.came(result, plan -> answers.set(plan, say));
    return modal(submitted.language()).result(channel.id(), say.said(isFreed, text));
  }

  private Reply mistakes(Map<String, String> keys, Request.ViewSubmission submitted) {
    var errors = new LinkedHashMap<String, String>();
    keys.forEach((blockId, key) ->
        errors.put(blockId, words.in(submitted.language()).plain("nudges." + key)));
    return new Reply.ViewErrors(errors);
  }

  private SettingsModal modal(Language language) {
    return new SettingsModal(words.in(language), sentences(language), words.languages());
  }

  private PlanSentences sentences(Language language) {
    return new PlanSentences(words.in(language), daysOff);
  }
}
