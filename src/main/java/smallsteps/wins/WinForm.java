package smallsteps.wins;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Mrkdwn;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;

/// The modal in use: what opens it, and what becomes of what was filled in.
final class WinForm {
  private static final Set<String> NOT_THERE = Set.of("not_in_channel", "channel_not_found");

  private final Words words;
  private final WinModal modal;
  private final WinStore store;
  private final PostedWins posts;
  private final Nudges nudges;
  private final InstantSource clock;

  WinForm(
      Words words,
      BiFunction<Integer, Language, String> principleTitles,
      WinStore store,
      PostedWins posts,
      Nudges nudges,
      InstantSource clock) {
    this.words = words;
    this.modal = new WinModal(words, principleTitles);
    this.store = store;
    this.posts = posts;
    this.nudges = nudges;
    this.clock = clock;
  }

  Reply open(Request.Command asked) {
    return open(asked.language(), new WinModal.Place(asked.channelId(), null), null);
  }

  Reply open(Request.GlobalShortcut asked) {
    return open(asked.language(), WinModal.Place.UNKNOWN, null);
  }

  /// From the button under a nudge, whose principle is then chosen already, if it is known yet.
  Reply open(Request.Action pressed) {
    Optional<MessageId> message = Optional.ofNullable(pressed.message());
    return open(
        pressed.language(),
        new WinModal.Place(pressed.channelId(), message.map(MessageId::ts).orElse(null)),
        message.flatMap(nudges::find).map(Nudge::principle).orElse(null));
  }

  Reply open(Language language, Draft draft) {
    return modal.open(language, draft);
  }

  private Reply open(Language language, WinModal.Place place, Integer principle) {
    return modal.open(language, place, principle);
  }

  Reply submitted(Request.ViewSubmission filled) {
    var say = words.in(filled.language());
    String text = WinPhrase.tidy(Optional.ofNullable(filled.value(WinModal.TEXT)).orElse(""));
    WinModal.Place place = WinModal.Place.of(filled);
    if (text.isEmpty()) {
      return new Reply.ViewErrors(Map.of(WinModal.TEXT, say.plain("wins.text_missing")));
    } else if (place.channelId() == null) {
      return new Reply.ViewErrors(Map.of(WinModal.CHANNEL, say.plain("wins.channel_missing")));
    }
    String said = WinPhrase.read(text).orElse(text);
    return keepAndPost(win(filled, place, said), filled.language());
  }

  private KeptWin win(Request.ViewSubmission filled, WinModal.Place place, String text) {
    var win =
        new Win(
            filled.user().teamId(),
            place.channelId(),
            null,
            place.nudgeTs(),
            filled.user().id(),
            text,
            Win.LEARNED.equals(filled.value(WinModal.KIND)) ? Win.LEARNED : Win.DID,
            WinModal.principle(filled),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            place.nudgeTs());
    return new KeptWin(win, filled.viewId(), KeptWin.Origin.POSTED);
  }

  /// The form is closed by then: what is said waits until it can say how it went.
  private Reply keepAndPost(KeptWin kept, Language language) {
    return store.addToPost(kept, clock.instant())
        ? new Reply.Send(
            posts.first(kept),
            outcome -> refused(kept, language, outcome).orElse(thanks(kept, language)))
        : Reply.nothing();
  }

  /// Kept first, then posted: what is said is not lost when Slack is.
  Reply keepAndPostSaid(KeptWin kept, Language language) {
    if (!store.addToPost(kept, clock.instant())) {
      return Reply.nothing();
    }
    return Reply.all(
        thanks(kept, language),
        new Reply.Send(
            posts.first(kept),
            outcome -> refused(kept, language, outcome).orElse(Reply.nothing())));
  }

  private Reply thanks(KeptWin kept, Language language) {
    boolean isShortened = PostedWins.isShortened(kept.win());
    String thanks = words.in(language).say(isShortened ? "wins.thanks_long" : "wins.thanks");
    return new Reply.OnlyYou(
        new ThanksBlocks(words).thanks(thanks, kept, language), kept.win().channelId());
  }

  private Optional<Reply> refused(KeptWin kept, Language language, Outcome outcome) {
    if (!(outcome instanceof Outcome.Refused(String error))) {
      return Optional.empty();
    }
    String channelId = kept.win().channelId();
    String sentence =
        words
            .in(language)
            .say(
                NOT_THERE.contains(error) ? "wins.not_in_there" : "wins.not_shown",
                "channel",
                new Mrkdwn("<#" + channelId + ">"));
    return Optional.of(new Reply.OnlyYou(Content.of(sentence), channelId));
  }
}
