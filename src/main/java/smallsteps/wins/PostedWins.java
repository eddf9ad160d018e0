package smallsteps.wins;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.DebtId;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Mrkdwn;
import smallsteps.Outcome;
import smallsteps.Shortened;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Wins that the bot posts for the one who said them, each once. One that is erased while it is on
/// its way is not posted; should it stand by then, it is taken away again.
final class PostedWins implements Sending {
  private static final int SHOWN = 2000;

  /// Slack refuses a longer text in the place of another: `msg_too_long`.
  private static final int LONGEST_EDIT = 4000;

  private static final String ERASED = "erased";

  private final Database database;
  private final Words words;
  private final ChannelLanguages languages;
  private final BiFunction<Told, Language, Optional<String>> sentences;
  private final Outbox outbox;
  private final Outbox.Kind kind;

  /// @param sentences how a win is said that another room heard of; empty for any other
  PostedWins(
      Database database,
      Words words,
      ChannelLanguages languages,
      BiFunction<Told, Language, Optional<String>> sentences,
      Outbox outbox) {
    this.database = database;
    this.words = words;
    this.languages = languages;
    this.sentences = sentences;
    this.outbox = outbox;
    kind = outbox.kind("win", this);
  }

  /// Whether the post shows less than was said.
  boolean isShortened(Win win) {
    String text = words.in(languages.of(win.channel())).names(win.text());
    return text.length() > SHOWN;
  }

  /// In the transaction in which it is kept. Of who said it anonymously nothing is written down.
  void owe(Sql sql, KeptWin kept) {
    Win win = kept.win();
    kind.owe(sql, win.channel(), kept.sourceId(), win.userId(), null);
  }

  DebtId debt(KeptWin kept) {
    return kind.id(kept.win().channel(), kept.sourceId());
  }

  @Override
  public Wanted wanted(Debt debt) {
    return database
        .read(sql -> new WinStore(sql).waiting(debt.channel(), debt.subject()))
        .map(win -> Wanted.now(post(debt, win)))
        .orElseGet(() -> Wanted.noMore(ERASED, anyPost(debt)));
  }

  private Act.Post post(Debt debt, Win win) {
    return new Act.Post(win.channelId(), win.threadTs(), content(debt, win), metadata(debt));
  }

  private Content content(Debt debt, Win win) {
    Language language = languages.of(win.channel());
    return sentences
        .apply(new Told(win, debt.subject()), language)
        .map(sentence -> WinBlocks.posted(sentence, words.in(language)))
        .orElseGet(() -> content(win));
  }

  /// For one of which nothing is kept any more: it is found by what it carries unseen.
  private static Act.Post anyPost(Debt debt) {
    return new Act.Post(debt.channelId(), null, Content.of("-"), metadata(debt));
  }

  private static Act.Metadata metadata(Debt debt) {
    return new Act.Metadata("smallsteps_win", Map.of("source_id", debt.subject()));
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done(String ts) -> posted(sql, debt, ts);
      case Outcome.Refused(String error) -> settle(sql, debt, null, "refused", error);
      case Outcome.Unsure(String reason) -> settle(sql, debt, null, "unsure", reason);
      case Outcome.Dropped _, Outcome.NotYet _ -> {}
    }
  }

  /// The win may be erased by then, or the message deleted before we hear that it was posted; and
  /// another process may have found the very same message. Any other goes.
  private void posted(Sql sql, Debt debt, String ts) {
    var store = new WinStore(sql);
    var message = new MessageId(debt.teamId(), debt.channelId(), ts);
    Optional<Boolean> isErased = store.at(message).map(EditedWins.Standing::deleted);
    if (isErased.isPresent() && isErased.get()) {
      store.eraseSource(debt.channel(), debt.subject());
    } else if (isErased.isEmpty() && !settle(sql, debt, ts, "posted", null)) {
      outbox.oweDeletion(sql, message);
    }
  }

  private static boolean settle(Sql sql, Debt debt, String ts, String state, String reason) {
    return new WinStore(sql).settle(debt.channel(), debt.subject(), ts, state, reason);
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return sorry(debt.channelId(), false, outcome, reader);
  }

  /// That it is kept and can't be shown there; empty where it can, or may be yet.
  Optional<Content> sorry(String channelId, boolean isAnonymous, Outcome outcome, Language reader) {
    if (!(outcome instanceof Outcome.Refused(String error))) {
      return Optional.empty();
    }
    String key = notShown(channelId, isAnonymous, error);
    var channel = new Mrkdwn("<#" + channelId + ">");
    return Optional.of(Content.of(words.in(reader).say(key, "channel", channel)));
  }

  /// The sentence for it. To a direct message between others nobody can invite the bot.
  private static String notShown(String channelId, boolean isAnonymous, String error) {
    if (Channel.isDirect(channelId)) {
      return isAnonymous ? "wins.not_shown_direct_anonymously" : "wins.not_shown_direct";
    } else if (isAnonymous) {
      return "wins.not_shown_anonymously";
    }
    return switch (error) {
      case "not_in_channel" -> "wins.not_in_there";
      case "channel_not_found" -> "wins.not_found";
      default -> "wins.not_shown";
    };
  }

  /// What the channel sees of it. The blocks hold it whole where the text alone would be too long
  /// to take the place of another.
  Content inPlace(Win win) {
    Content whole = content(win);
    return whole.text().length() <= LONGEST_EDIT
        ? whole
        : new Content(
            content(win, said -> Shortened.beforeEscaping(said, SHOWN)).text(), whole.blocks());
  }

  private Content content(Win win) {
    return content(win, said -> Shortened.to(said, SHOWN));
  }

  private Content content(Win win, UnaryOperator<String> cut) {
    var language = languages.of(win.channel());
    var say = words.in(language);
    String text = cut.apply(say.names(win.text()));
    String sentence =
        win.isAnonymous()
            ? say.say("wins.posted_anonymously." + win.kind(), "text", text)
            : say.say(
                "wins.posted." + win.kind(), "person", Mrkdwn.mention(win.userId()), "text", text);
    return WinBlocks.posted(sentence, say);
  }
}
