package smallsteps.wins;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.Anonymity;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.Said;
import smallsteps.config.Words;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.storage.Sql;

/// The modal in use: what opens it, and what becomes of what was filled in.
final class WinForm {
  private final Words words;
  private final WinModal modal;
  private final KeptWins keptWins;
  private final PostedWins posts;
  private final Nudges nudges;
  private final InstantSource clock;

  WinForm(
      Words words,
      BiFunction<Integer, Language, String> principleTitles,
      KeptWins keptWins,
      PostedWins posts,
      Nudges nudges,
      InstantSource clock) {
    this.words = words;
    this.modal = new WinModal(words, principleTitles);
    this.keptWins = keptWins;
    this.posts = posts;
    this.nudges = nudges;
    this.clock = clock;
  }

  Reply open(Request.Command asked, String kind, boolean isAnonymous) {
    return open(
        asked.language(), new Draft(asked.channelId(), null, null, null, kind, isAnonymous));
  }

  Reply open(Request.GlobalShortcut asked) {
    return open(asked.language(), Draft.of(null, null, null));
  }

  /// From the button under a nudge, whose principle is then chosen already, if it is known yet.
  Reply open(Request.Action pressed) {
    return open(pressed, Optional.ofNullable(pressed.message()));
  }

  /// The same for what was said in the thread that the button names, if that is a nudge's.
  Reply openInThread(Request.Action pressed) {
    return open(
        pressed,
        Optional.ofNullable(pressed.value())
            .map(ts -> new MessageId(pressed.user().teamId(), pressed.channelId(), ts))
            .filter(thread -> nudges.find(thread).isPresent()));
  }

  private Reply open(Request.Action pressed, Optional<MessageId> nudge) {
    return open(
        pressed.language(),
        Draft.of(
            pressed.channelId(),
            nudge.map(MessageId::ts).orElse(null),
            nudge.flatMap(nudges::find).map(Nudge::principle).orElse(null)));
  }

  Reply open(Language language, Draft draft) {
    return modal.open(language, draft);
  }

  Reply submitted(Request.ViewSubmission filled) {
    var say = words.in(filled.language());
    String text = WinPhrase.tidy(filled.text(WinModal.TEXT));
    WinModal.Place place = WinModal.Place.of(filled);
    if (text.isEmpty()) {
      return new Reply.ViewErrors(Map.of(WinModal.TEXT, say.plain("wins.text_missing")));
    } else if (place.channelId() == null) {
      return new Reply.ViewErrors(Map.of(WinModal.CHANNEL, say.plain("wins.channel_missing")));
    }
    if (!WinModal.isDecided(filled) && mayBeUnnamed(text)) {
      return modal.ask(filled, place, text);
    }
    KeptWin kept = win(filled, place, said(text, WinModal.isAnonymous(filled)));
    return posted(keptWins.addToPost(kept), kept, filled.language());
  }

  /// Whether the words ask for what the box in the form does, which nobody has ticked.
  private static boolean mayBeUnnamed(String text) {
    return Stream.of(text, WinPhrase.read(text).orElse(text))
        .map(Anonymity::of)
        .anyMatch(of -> !(of instanceof Anonymity.Named));
  }

  private static String said(String text, boolean isAnonymous) {
    String said = WinPhrase.read(text).orElse(text);
    return isAnonymous && Anonymity.of(said) instanceof Anonymity.Asked(String unnamed)
        ? Optional.of(WinPhrase.read(unnamed).orElse(unnamed))
            .filter(words -> !words.isEmpty())
            .orElse(said)
        : said;
  }

  private KeptWin win(Request.ViewSubmission filled, WinModal.Place place, String text) {
    boolean isAnonymous = WinModal.isAnonymous(filled);
    var win =
        new Win(
            filled.user().teamId(),
            place.channelId(),
            null,
            place.nudgeTs(),
            isAnonymous ? null : filled.user().id(),
            Said.of(text),
            Win.LEARNED.equals(filled.value(WinModal.KIND)) ? Win.LEARNED : Win.DID,
            WinModal.principle(filled),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            place.nudgeTs());
    return new KeptWin(win, sourceId(filled, isAnonymous), KeptWin.Origin.POSTED);
  }

  /// Slack knows to whom it showed a view: an anonymous win has an id that only follows from it.
  private static String sourceId(Request.ViewSubmission filled, boolean isAnonymous) {
    return isAnonymous
        ? UUID.nameUUIDFromBytes(filled.viewId().getBytes(StandardCharsets.UTF_8)).toString()
        : filled.viewId();
  }

  /// A win from another room's form, with what that room keeps of it.
  Reply keepAndPost(Told told, Language language, Consumer<Sql> also) {
    var kept = new KeptWin(told.win(), told.sourceId(), KeptWin.Origin.POSTED);
    return posted(keptWins.addToPost(kept, also), kept, language);
  }

  /// The form is closed by then: what is said waits until it can say how it went.
  private Reply posted(boolean isNew, KeptWin kept, Language language) {
    return isNew
        ? new Reply.Awaiting(
            posts.debt(kept),
            outcome -> sorry(kept, language, outcome).orElseGet(() -> thanks(kept, language)))
        : Reply.nothing();
  }

  /// Kept first, then posted: what is said is not lost when Slack is.
  Reply keepAndPostSaid(KeptWin kept, Language language) {
    return keepAndPost(kept, language, thanks -> thanks);
  }

  /// The same, in the place of the question that was answered.
  Reply keepAndPostAnswered(KeptWin kept, Language language) {
    return keepAndPost(kept, language, thanks -> new Reply.Replace(thanks.content()));
  }

  private Reply keepAndPost(
      KeptWin kept, Language language, Function<Reply.OnlyYou, Reply> thanked) {
    return keptWins.addToPost(kept)
        ? Reply.all(
            thanked.apply(thanks(kept, language)),
            new Reply.Awaiting(
                posts.debt(kept),
                outcome -> sorry(kept, language, outcome).orElseGet(Reply::nothing)))
        : Reply.nothing();
  }

  private Optional<Reply> sorry(KeptWin kept, Language language, Outcome outcome) {
    String channelId = kept.win().channelId();
    return posts
        .sorry(channelId, kept.win().isAnonymous(), outcome, language)
        .map(content -> new Reply.OnlyYou(content, channelId));
  }

  private String thanks(Win win) {
    if (win.text().isCut()) {
      return "wins.thanks_cut";
    }
    return posts.isShortened(win) ? "wins.thanks_long" : "wins.thanks";
  }

  private Reply.OnlyYou thanks(KeptWin kept, Language language) {
    var say = words.in(language);
    String thanks = say.say(thanks(kept.win()), "most", Remarks.most(say));
    Content content =
        kept.win().isAnonymous()
            ? Content.of(thanks + "\n" + say.say("wins.thanks_anonymous"))
            : new ThanksBlocks(words).thanks(thanks, kept.key(), language);
    return new Reply.OnlyYou(content, kept.win().channelId());
  }
}
