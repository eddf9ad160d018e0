package smallsteps.difference;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// What an author says: ask me, and then what difference it made.
final class DifferenceAnswers {
  private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);

  private final Words words;
  private final DifferenceModal modal;
  private final Database database;
  private final Wins wins;
  private final Care care;
  private final ToldInPlace inPlace;
  private final InstantSource clock;

  DifferenceAnswers(
      Words words,
      Database database,
      Wins wins,
      Care care,
      ToldInPlace inPlace,
      InstantSource clock) {
    this.words = words;
    this.database = database;
    this.wins = wins;
    this.care = care;
    this.inPlace = inPlace;
    this.clock = clock;
    modal = new DifferenceModal(words);
  }

  /// About a small thing of one's own: asks later, or at once where the two weeks are over.
  Reply ask(Request.Action pressed) {
    List<String> key = MalformedException.words("value", pressed.value(), 2);
    Optional<Win> win =
        wins.find(new Channel(pressed.user().teamId(), key.get(0)), key.get(1))
            .filter(kept -> pressed.user().id().equals(kept.userId()));
    if (win.isEmpty()) {
      return gone(pressed);
    }
    if (Differences.isTimeToTell(win.get(), clock.instant())) {
      return open(pressed, keep(pressed.user(), key, null));
    }
    Optional<Instant> askAt = askAt(win.get(), pressed.user());
    askAt.ifPresent(at -> keep(pressed.user(), key, at));
    return askAt.map(at -> willAsk(pressed, at)).orElseGet(() -> unasked(pressed));
  }

  private Question keep(User user, List<String> key, Instant askAt) {
    var question = new Question(user, key.get(0), key.get(1), askAt, null, null);
    return database.write(sql -> new DifferenceStore(sql).add(question));
  }

  /// Empty when they want no such question.
  private Optional<Instant> askAt(Win win, User author) {
    Instant at =
        win.saidAt()
            .plus(Differences.AFTER)
            .atZone(care.person(author).zone())
            .with(AFTER_LUNCH)
            .toInstant();
    return care.opens(author, Kind.DIFFERENCE_QUESTION, at);
  }

  private Reply unasked(Request.Action pressed) {
    return pressed.channelId() == null
        ? new Reply.OpenView(modal.said(pressed.language(), "difference.unasked"))
        : new Reply.Replace(content(pressed, "difference.unasked"));
  }

  /// In the App Home the small thing itself says it.
  private Reply willAsk(Request.Action pressed, Instant askAt) {
    var say = words.in(pressed.language());
    String date = say.date(DateShape.DAY, askAt.atZone(care.person(pressed.user()).zone()));
    return pressed.channelId() == null
        ? Reply.nothing()
        : new Reply.Replace(Content.of(say.say("difference.will_ask", "date", date)));
  }

  Reply tell(Request.Action pressed) {
    return database
        .read(sql -> new DifferenceStore(sql).find(pressed.user(), pressed.value()))
        .map(asked -> open(pressed, asked))
        .orElseGet(() -> gone(pressed));
  }

  private Reply open(Request.Action pressed, Question asked) {
    return new Reply.OpenView(modal.open(pressed.language(), asked, pressed.message()));
  }

  /// In the App Home it is gone from the list as well.
  private Reply gone(Request.Action pressed) {
    return pressed.channelId() == null
        ? Reply.nothing()
        : Reply.onlyYou(content(pressed, "difference.gone"));
  }

  Reply noneYet(Request.Action pressed) {
    return answered(pressed, "none_yet", "difference.thanks_none_yet");
  }

  Reply unknown(Request.Action pressed) {
    return answered(pressed, "unknown", "difference.thanks_unknown");
  }

  private Reply answered(Request.Action pressed, String answer, String thanks) {
    return keep(pressed.user(), pressed.value(), answer, null, null)
        ? new Reply.Replace(content(pressed, thanks))
        : gone(pressed);
  }

  Reply submitted(Request.ViewSubmission filled) {
    String text = filled.text(DifferenceModal.TEXT);
    if (text.isEmpty()) {
      String missing = words.in(filled.language()).plain("difference.form.missing");
      return new Reply.ViewErrors(Map.of(DifferenceModal.TEXT, missing));
    }
    var carried = DifferenceModal.Carried.by(filled);
    if (!keep(filled.user(), carried.question(), "told", text, carried.message())) {
      String gone = words.in(filled.language()).plain("difference.gone");
      return new Reply.ViewErrors(Map.of(DifferenceModal.TEXT, gone));
    }
    return new Reply.OpenView(modal.said(filled.language(), "difference.thanks_told"));
  }

  /// False where there is nothing to answer any more.
  ///
  /// @param text null unless something was told
  /// @param shown where that is to be shown; null for nowhere
  private boolean keep(User user, String carried, String answer, String text, MessageId shown) {
    return database.write(sql -> {
      var store = new DifferenceStore(sql);
      Optional<Question> asked = store.find(user, carried);
      asked.ifPresent(question -> store.answer(question, answer, text, now()));
      if (shown != null) {
        asked.ifPresent(question -> inPlace.owe(sql, question, shown));
      }
      return asked.isPresent();
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Content content(Request.Action pressed, String key) {
    return Content.of(words.in(pressed.language()).say(key));
  }
}
