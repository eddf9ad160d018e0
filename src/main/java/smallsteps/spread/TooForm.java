package smallsteps.spread;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smallsteps.Anonymity;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.Said;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Told;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// "I did it too", from the press to the small thing that follows.
final class TooForm {
  private final Words words;
  private final Wins wins;
  private final Spread spread;
  private final Database database;
  private final ChannelLanguages languages;
  private final SpreadFeature.Telling telling;
  private final InstantSource clock;

  TooForm(
      Words words, Database database, SpreadFeature.Neighbours neighbours, InstantSource clock) {
    this.words = words;
    this.clock = clock;
    wins = neighbours.wins();
    spread = neighbours.spread();
    languages = neighbours.languages();
    telling = neighbours.telling();
    this.database = database;
  }

  /// The button under a win, or one chosen among those that a message tells of.
  Reply pressed(Request.Action pressed) {
    String chosen = pressed.value();
    if (chosen == null && pressed.message() == null) {
      return Reply.nothing();
    }
    String ts = chosen == null ? pressed.message().ts() : chosen;
    var message = new MessageId(pressed.user().teamId(), pressed.channelId(), ts);
    return open(pressed.user(), pressed.language(), message);
  }

  Reply used(Request.MessageShortcut used) {
    return open(used.user(), used.language(), used.message());
  }

  private Reply open(User user, Language language, MessageId message) {
    Optional<Win> win = wins.at(message);
    if (win.isEmpty()) {
      return only(language, message, "spread.no_win");
    } else if (user.id().equals(win.get().userId())) {
      return only(language, message, "spread.own");
    } else if (database.read(sql -> new LinkStore(sql).isPartOf(message, user))) {
      return only(language, message, "spread.already");
    }
    var say = words.in(language);
    Reach reach = spread.of(message);
    String reached = reach.isSpread() ? reach.said(say) : null;
    return TooModal.open(say, win.get(), reached);
  }

  private Reply only(Language language, MessageId message, String key) {
    return new Reply.OnlyYou(Content.of(words.in(language).say(key)), message.channelId());
  }

  Reply submitted(Request.ViewSubmission filled) {
    var say = words.in(filled.language());
    MessageId message = TooModal.message(filled);
    String channelId = Objects.requireNonNullElse(TooModal.channel(filled), message.channelId());
    String text = TooModal.text(filled);
    Optional<Win> parent = wins.at(message);
    if (parent.isEmpty()) {
      return new Reply.ViewErrors(Map.of(TooModal.TEXT, say.plain("spread.no_win")));
    } else if (text.isEmpty() && !channelId.equals(message.channelId())) {
      return new Reply.ViewErrors(Map.of(TooModal.TEXT, say.plain("spread.text_missing")));
    }
    if (Anonymity.isAskedOf(text)) {
      return new Reply.ViewErrors(Map.of(TooModal.TEXT, say.plain("wins.whose.named_here")));
    }
    return telling.tell(
        ownWin(filled, parent.get(), channelId, text),
        filled.language(),
        sql -> new LinkStore(sql).add(channelId, filled.viewId(), message));
  }

  private Told ownWin(Request.ViewSubmission filled, Win parent, String channelId, String text) {
    var say = words.in(languages.of(new Channel(parent.teamId(), channelId)));
    boolean isHere = channelId.equals(parent.channelId());
    String thread = Objects.requireNonNullElse(parent.threadTs(), parent.ts());
    var win =
        new Win(
            parent.teamId(),
            channelId,
            null,
            isHere ? thread : null,
            filled.user().id(),
            Said.of(text.isEmpty() ? say.plain("wins.too") : text),
            Win.DID,
            parent.principle(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            null);
    return new Told(win, filled.viewId());
  }
}
