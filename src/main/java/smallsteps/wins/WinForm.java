package smallsteps.wins;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;

/// The modal in use: what opens it, and what becomes of what was filled in.
final class WinForm {
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

  /// From the button under a nudge, whose principle is then chosen already.
  Reply open(Request.Action pressed) {
    Optional<Nudge> nudge = Optional.ofNullable(pressed.message()).flatMap(nudges::find);
    return open(
        pressed.language(),
        new WinModal.Place(pressed.channelId(), nudge.map(Nudge::ts).orElse(null)),
        nudge.map(Nudge::principle).orElse(null));
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

  /// Kept first, then posted: what is said is not lost when Slack is.
  Reply keepAndPost(KeptWin kept, Language language) {
    if (!store.addToPost(kept, clock.instant())) {
      return Reply.nothing();
    }
    boolean isShortened = PostedWins.isShortened(kept.win());
    String thanks = words.in(language).say(isShortened ? "wins.thanks_long" : "wins.thanks");
    return Reply.all(
        new Reply.OnlyYou(Content.of(thanks), kept.win().channelId()),
        new Reply.Send(posts.first(kept)));
  }
}
