package smallsteps.difference;

import java.util.List;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.care.Care;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// What was told, shown in the place of the question. The subject of such a debt is the message's
/// ts and the win that it is about.
final class ToldInPlace implements Sending {
  private final Words words;
  private final Database database;
  private final Care care;
  private final Outbox.Kind kind;

  ToldInPlace(Words words, Database database, Care care, Outbox outbox) {
    this.words = words;
    this.database = database;
    this.care = care;
    kind = outbox.kind("difference_told", this);
  }

  /// @param message the question's
  void owe(Sql sql, Question question, MessageId message) {
    String subject = message.ts() + " " + question.carried();
    kind.owe(sql, message.channel(), subject, question.user().id(), null);
  }

  @Override
  public Wanted wanted(Debt debt) {
    List<String> subject = MalformedException.words("subject", debt.subject(), 3);
    return debt.asker()
        .flatMap(user -> question(user, subject))
        .filter(question -> question.text() != null)
        .map(question -> Wanted.now(edit(debt, subject.getFirst(), question)))
        .orElseGet(() -> Wanted.noMore("gone"));
  }

  private Optional<Question> question(User user, List<String> subject) {
    String carried = subject.get(1) + " " + subject.get(2);
    return database.read(sql -> new DifferenceStore(sql).find(user, carried));
  }

  private Act edit(Debt debt, String ts, Question question) {
    var say = words.in(care.person(question.user()).language());
    String text = DifferenceBlocks.shortened(question.text());
    String told = say.say("difference.kept.told", "text", text);
    return new Act.Edit(
        new MessageId(debt.teamId(), debt.channelId(), ts),
        Content.of(told + "\n" + say.say("difference.thanks_told")));
  }
}
