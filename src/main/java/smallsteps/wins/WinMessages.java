package smallsteps.wins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.Said;
import smallsteps.User;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;

/// Wins said in a message: kept when it is written, edited with it, erased with it.
final class WinMessages {
  private final KeptWins keptWins;
  private final EditedWins edits;
  private final Wins wins;
  private final Nudges nudges;
  private final BiConsumer<MessageId, List<Given>> reactionsFound;
  private final Runnable learnNames;
  private final Remarks remarks;
  private final WhatQuestion whatQuestion;

  /// @param reactionsFound told which reactions a message had when it became a win
  /// @param learnNames asks Slack for the names that are wanted
  WinMessages(
      KeptWins keptWins,
      EditedWins edits,
      Wins wins,
      Nudges nudges,
      BiConsumer<MessageId, List<Given>> reactionsFound,
      Runnable learnNames,
      Remarks remarks,
      WhatQuestion whatQuestion) {
    this.whatQuestion = whatQuestion;
    this.remarks = remarks;
    this.learnNames = learnNames;
    this.reactionsFound = reactionsFound;
    this.keptWins = keptWins;
    this.edits = edits;
    this.wins = wins;
    this.nudges = nudges;
  }

  Reply posted(Request.Message message) {
    Optional<String> text = WinPhrase.read(message.text());
    if (text.isEmpty()) {
      return Reply.nothing();
    } else if (WinPhrase.isBare(message.text())) {
      return whatQuestion.ask(message);
    }
    KeptWin win = of(message.user(), message.id(), message.threadTs(), text.get());
    return keptWins.add(win)
        ? Reply.all(
            new Reply.Kept(), learnNames(win), remarks.aside(win.win().text(), message.channelId()))
        : Reply.nothing();
  }

  Reply edited(Request.MessageEdited edit) {
    Optional<String> phrase =
        WinPhrase.read(edit.text()).filter(_ -> !WinPhrase.isBare(edit.text()));
    if (phrase.isEmpty() && !wins.isWin(edit.message())) {
      return Reply.nothing();
    }
    // the nudge is read before the write, which is nothing but its own SQL
    Optional<KeptWin> asNew =
        phrase.map(text -> of(edit.user(), edit.message(), edit.threadTs(), text));
    return switch (edits.edit(edit, asNew)) {
      case KEPT -> Reply.all(readReactions(edit.message()), changed(edit, phrase));
      case CHANGED -> changed(edit, phrase);
      case TAKEN_BACK, NOTHING -> Reply.nothing();
    };
  }

  private Reply changed(Request.MessageEdited edit, Optional<String> phrase) {
    Said said = Said.of(phrase.orElseGet(() -> WinPhrase.tidy(edit.text())));
    return Reply.all(learnNames(edit.text()), remarks.aside(said, edit.message().channelId()));
  }

  Reply learnNames(KeptWin kept) {
    return learnNames(kept.win().text().kept());
  }

  private Reply learnNames(String text) {
    return Mentions.unnamed(text).isEmpty() ? Reply.nothing() : new Reply.Afterwards(learnNames);
  }

  Reply deleted(Request.MessageDeleted message) {
    keptWins.erase(message.message());
    return Reply.nothing();
  }

  /// What stood under a message before it was a win was not kept, or went with the win it was.
  Reply readReactions(MessageId message) {
    return new Reply.ReadReactions(message, given -> reactionsFound.accept(message, given));
  }

  private KeptWin of(User user, MessageId id, String threadTs, String text) {
    return of(user, id, threadTs, text, KeptWin.Origin.PHRASE);
  }

  /// A message as a win; in a nudge's thread it answers that nudge.
  KeptWin of(User user, MessageId id, String threadTs, String text, KeptWin.Origin origin) {
    Optional<Nudge> nudge =
        Optional.ofNullable(threadTs)
            .flatMap(parent -> nudges.find(new MessageId(id.teamId(), id.channelId(), parent)));
    var win =
        new Win(
            id.teamId(),
            id.channelId(),
            id.ts(),
            threadTs,
            user.id(),
            Said.of(text),
            Win.DID,
            nudge.map(Nudge::principle).orElse(null),
            saidAt(id.ts()),
            nudge.map(Nudge::ts).orElse(null));
    return new KeptWin(win, id.ts(), origin);
  }

  /// A ts begins with the seconds since 1970.
  private static Instant saidAt(String ts) {
    int dot = ts.indexOf('.');
    return Instant.ofEpochSecond(Long.parseLong(dot < 0 ? ts : ts.substring(0, dot)));
  }
}
