package smallsteps.difference;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.MalformedException;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.care.Care;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// What an author says: ask me, and then what difference it made.
final class DifferenceAnswers {
  private static final int DAYS = 14;
  private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);

  private final Words words;
  private final DifferenceModal modal;
  private final Database database;
  private final Wins wins;
  private final Care care;
  private final InstantSource clock;

  DifferenceAnswers(Words words, Database database, Wins wins, Care care, InstantSource clock) {
    this.words = words;
    this.database = database;
    this.wins = wins;
    this.care = care;
    this.clock = clock;
    modal = new DifferenceModal(words);
  }

  /// Under the thanks for a small thing of one's own.
  Reply ask(Request.Action pressed) {
    List<String> key = MalformedException.words("value", pressed.value(), 2);
    Optional<Win> win =
        wins.find(pressed.user().teamId(), key.get(0), key.get(1))
            .filter(kept -> pressed.user().id().equals(kept.userId()));
    if (win.isEmpty()) {
      return Reply.onlyYou(content(pressed, "difference.gone"));
    }
    ZonedDateTime at =
        win.get()
            .saidAt()
            .atZone(care.person(pressed.user()).zone())
            .plusDays(DAYS)
            .with(AFTER_LUNCH);
    var question = new Question(pressed.user(), key.get(0), key.get(1), at.toInstant(), null, null);
    database.write(sql -> {
      new DifferenceStore(sql).add(question);
      return null;
    });
    var say = words.in(pressed.language());
    var day = DateTimeFormatter.ofPattern("d MMMM", say.language().locale());
    return new Reply.Replace(Content.of(say.say("difference.will_ask", "date", day.format(at))));
  }

  Reply tell(Request.Action pressed) {
    return database
        .read(sql -> new DifferenceStore(sql).find(pressed.user(), pressed.value()))
        .<Reply>map(asked -> new Reply.OpenView(modal.open(pressed.language(), asked)))
        .orElseGet(() -> Reply.onlyYou(content(pressed, "difference.gone")));
  }

  Reply noneYet(Request.Action pressed) {
    return answered(pressed, "none_yet", "difference.thanks_none_yet");
  }

  Reply unknown(Request.Action pressed) {
    return answered(pressed, "unknown", "difference.thanks_unknown");
  }

  private Reply answered(Request.Action pressed, String answer, String thanks) {
    return database.write(sql -> {
      var store = new DifferenceStore(sql);
      Optional<Question> asked = store.find(pressed.user(), pressed.value());
      asked.ifPresent(question -> store.answer(question, answer, null, now()));
      return asked.isPresent();
    })
        ? new Reply.Replace(content(pressed, thanks))
        : Reply.onlyYou(content(pressed, "difference.gone"));
  }

  Reply submitted(Request.ViewSubmission filled) {
    String text = Objects.requireNonNullElse(filled.value(DifferenceModal.TEXT), "").strip();
    if (text.isEmpty()) {
      String missing = words.in(filled.language()).plain("difference.form.missing");
      return new Reply.ViewErrors(Map.of(DifferenceModal.TEXT, missing));
    }
    database.write(sql -> {
      var store = new DifferenceStore(sql);
      store
          .find(filled.user(), filled.privateMetadata())
          .ifPresent(asked -> store.answer(asked, "told", text, now()));
      return null;
    });
    return new Reply.OpenView(modal.thanks(filled.language()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Content content(Request.Action pressed, String key) {
    return Content.of(words.in(pressed.language()).say(key));
  }
}
