package smallsteps.microactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.care.Questions;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.wins.Draft;
import smallsteps.wins.PersonalWins;
import smallsteps.wins.Win;

/// Asks once how it went, and takes the answer.
final class FollowUps {
  private static final int LOOKED_AT = 20;

  /// Somebody who was away for longer is not asked any more: they would not know of what.
  private static final Duration PATIENCE = Duration.ofDays(14);

  private final Words words;
  private final FollowUpBlocks blocks;
  private final Database database;
  private final Care care;
  private final Questions<Promise> questions;
  private final PersonalWins wins;
  private final BiFunction<Language, Draft, Reply> winForm;

  FollowUps(
      Words words,
      FollowUpBlocks blocks,
      Database database,
      Care care,
      PersonalWins wins,
      BiFunction<Language, Draft, Reply> winForm,
      Outbox outbox,
      InstantSource clock) {
    this.words = words;
    this.blocks = blocks;
    this.database = database;
    this.care = care;
    this.wins = wins;
    this.winForm = winForm;
    questions =
        new Questions<>(
                care,
                database,
                outbox,
                clock,
                Kind.MICROACTION_FOLLOWUP,
                "follow_up",
                PromiseStore::new,
                this::asking)
            .known();
  }

  void due(Instant at) {
    questions.due(at);
  }

  /// Empty where they have said it already.
  private Optional<Questions.Now> asking(Promise promise) {
    return Optional.of(promise)
        .filter(taken -> !isAnyTold(taken, this::mayBeIt))
        .map(taken ->
            new Questions.Now(
                new Questions.To.Person(taken.user()),
                taken.id(),
                taken.promisedAt().plus(PATIENCE),
                open -> open.post(blocks.question(taken, care.person(taken.user())), null)));
  }

  private boolean isAnyTold(Promise promise, BiPredicate<Promise, Win> which) {
    return wins.latest(promise.user(), LOOKED_AT).stream()
        .filter(win -> promise.channelId().equals(win.channelId()))
        .filter(win -> !win.saidAt().isBefore(promise.promisedAt()))
        .anyMatch(win -> which.test(promise, win));
  }

  /// Who has answered the nudge since has said how it went.
  private boolean isIt(Promise promise, Win told) {
    return promise.nudgeTs().equals(told.nudgeTs());
  }

  /// Who has told the channel of something since, by whatever way that names no nudge, has most
  /// likely told of this: to be asked then would be one question too many.
  private boolean mayBeIt(Promise promise, Win told) {
    return told.nudgeTs() == null || isIt(promise, told);
  }

  Reply did(Request.Action pressed) {
    return answered(pressed, "did", "did");
  }

  Reply learned(Request.Action pressed) {
    return answered(pressed, "learned", "learned");
  }

  /// A small thing for the channel, begun with what they took on. The question then has a button
  /// for whoever closed the form.
  private Reply answered(Request.Action pressed, String answer, String kind) {
    return answer(pressed, answer)
        .map(kept ->
            isAnyTold(kept, this::isIt)
                ? new Reply.Replace(content(pressed, "microactions.told"))
                : Reply.all(
                    form(kept, kind, pressed.language()),
                    new Reply.Replace(
                        blocks.telling(kept, pressed.actionId(), pressed.language()))))
        .orElseGet(() -> Reply.onlyYou(content(pressed, "microactions.promise_gone")));
  }

  private Reply form(Promise kept, String kind, Language language) {
    String nudgeTs = kept.nudgeTs().isEmpty() ? null : kept.nudgeTs();
    String quoted = words.in(language).plain("microactions.quoted", "action", kept.text());
    return winForm.apply(
        language, new Draft(kept.channelId(), nudgeTs, kept.principle(), quoted, kind, false));
  }

  Reply notYet(Request.Action pressed) {
    answer(pressed, "not_yet");
    return new Reply.Replace(content(pressed, "microactions.not_yet_answer"));
  }

  /// What they let go of is kept no longer.
  Reply neverMind(Request.Action pressed) {
    database.write(sql -> {
      var promises = new PromiseStore(sql);
      promises.find(pressed.user(), pressed.value()).ifPresent(promises::remove);
      return null;
    });
    return new Reply.Replace(content(pressed, "microactions.never_mind_answer"));
  }

  private Optional<Promise> answer(Request.Action pressed, String answer) {
    return database.write(sql -> {
      var promises = new PromiseStore(sql);
      Optional<Promise> promise = promises.find(pressed.user(), pressed.value());
      promise.ifPresent(kept -> promises.answer(kept, answer));
      return promise;
    });
  }

  private Content content(Request.Action pressed, String key) {
    return Content.of(words.in(pressed.language()).say(key));
  }
}
