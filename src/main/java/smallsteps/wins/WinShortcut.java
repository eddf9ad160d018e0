package smallsteps.wins;

import java.util.Optional;
import smallsteps.Content;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// "Save as a small thing", on a message of one's own that says so in other words.
final class WinShortcut {
  private final Words words;
  private final KeptWins keptWins;
  private final Wins wins;
  private final WinMessages messages;
  private final Remarks remarks;

  WinShortcut(Words words, KeptWins keptWins, Wins wins, WinMessages messages, Remarks remarks) {
    this.remarks = remarks;
    this.words = words;
    this.keptWins = keptWins;
    this.wins = wins;
    this.messages = messages;
  }

  Reply save(Request.MessageShortcut asked) {
    MessageId message = asked.message();
    String text = WinPhrase.tidy(asked.text());
    var say = words.in(asked.language());
    if (asked.authorId() == null) {
      return only(asked, "wins.save_bots");
    } else if (!asked.authorId().equals(asked.user().id())) {
      return only(asked, "wins.save_others");
    } else if (wins.isWin(message)) {
      return kept(asked, say.say("wins.saved_already"));
    } else if (text.isEmpty()) {
      return only(asked, "wins.save_empty");
    }
    KeptWin win = win(asked, text);
    String saved = remarks.after("wins.saved", win.win().text(), say);
    return keptWins.save(win)
        ? Reply.all(kept(asked, saved), messages.readReactions(message), messages.learnNames(win))
        : kept(asked, say.say("wins.saved_already"));
  }

  private KeptWin win(Request.MessageShortcut asked, String text) {
    Optional<String> phrase = WinPhrase.read(text);
    return messages.of(
        asked.user(),
        asked.message(),
        asked.threadTs(),
        phrase.orElse(text),
        phrase.isPresent() ? KeptWin.Origin.PHRASE : KeptWin.Origin.SHORTCUT);
  }

  private Reply kept(Request.MessageShortcut asked, String sentence) {
    MessageId message = asked.message();
    String its = new OwnWin.Key(message.channelId(), message.ts()).carried();
    return new Reply.OnlyYou(
        new ThanksBlocks(words).thanks(sentence, its, asked.language()), message.channelId());
  }

  private Reply only(Request.MessageShortcut asked, String key) {
    return new Reply.OnlyYou(
        Content.of(words.in(asked.language()).say(key)), asked.message().channelId());
  }
}
