package smallsteps.microactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Draft;
import smallsteps.wins.Wins;

/// Asks once how it went, and takes the answer.
final class FollowUps {
  private static final int AT_ONCE = 20;

  /// Somebody who was away for longer is not asked any more: they would not know of what.
  private static final Duration PATIENCE = Duration.ofDays(14);

  private static final Duration AGAIN = Duration.ofMinutes(30);

  private final Words words;
  private final FollowUpBlocks blocks;
  private final Database database;
  private final Care care;
  private final Wins wins;
  private final BiFunction<Language, Draft, Reply> winForm;
  private final InstantSource clock;

  FollowUps(
      Words words,
      FollowUpBlocks blocks,
      Database database,
      Care care,
      Wins wins,
      BiFunction<Language, Draft, Reply> winForm,
      InstantSource clock) {
    this.words = words;
    this.blocks = blocks;
    this.database = database;
    this.care = care;
    this.wins = wins;
    this.winForm = winForm;
    this.clock = clock;
  }

  List<Post> due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database.read(sql -> new PromiseStore(sql).toAsk(now, AT_ONCE)).stream()
        .flatMap(promise -> ask(promise, now).stream())
        .toList();
  }

  private Optional<Post> ask(Promise promise, Instant now) {
    if (isTold(promise)) {
      return postponed(promise, null);
    }
    return switch (care.gate(promise.user(), Kind.MICROACTION_FOLLOWUP, now)) {
      case Care.Gate.Open open -> asked(promise, open, now);
      case Care.Gate.ShutUntil(Instant until, var _) ->
          postponed(promise, until.isAfter(promise.promisedAt().plus(PATIENCE)) ? null : until);
      case Care.Gate.Shut _ -> postponed(promise, null);
    };
  }

  /// Who has answered the nudge since has said how it went.
  private boolean isTold(Promise promise) {
    return wins.ofUser(promise.user(), AT_ONCE).stream()
        .anyMatch(win ->
            promise.nudgeTs().equals(win.nudgeTs())
                && promise.channelId().equals(win.channelId())
                && !win.saidAt().isBefore(promise.promisedAt()));
  }

  private Optional<Post> postponed(Promise promise, Instant askAt) {
    database.write(sql -> {
      new PromiseStore(sql).postpone(promise, askAt);
      return null;
    });
    return Optional.empty();
  }

  /// Kept as asked before it is: at most once beats twice.
  private Optional<Post> asked(Promise promise, Care.Gate.Open open, Instant now) {
    boolean isOurs = database.write(sql -> new PromiseStore(sql).asked(promise, now));
    if (!isOurs) {
      return Optional.empty();
    }
    Content question = blocks.question(promise, care.person(promise.user()));
    return Optional.of(open.post(question, null, outcome -> settle(promise, outcome)));
  }

  private void settle(Promise promise, Outcome outcome) {
    if (outcome instanceof Outcome.NotSent) {
      Instant again = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AGAIN);
      database.write(sql -> {
        new PromiseStore(sql).notAsked(promise, again);
        return null;
      });
    }
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
            isTold(kept)
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
