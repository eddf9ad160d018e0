package smallsteps.wins;

import smallsteps.Act;
import smallsteps.MessageId;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// The bot's seedling under a message: there while the message is a win, and only then.
final class Confirmations implements Sending {
  private final Wins wins;
  private final Outbox.Kind kind;

  Confirmations(Database database, Outbox outbox) {
    wins = new Wins(database);
    kind = outbox.kind("confirmation", this);
  }

  /// In the transaction in which the message becomes a win, or is one no more.
  void owe(Sql sql, MessageId message) {
    kind.owe(sql, message.channel(), message.ts());
  }

  @Override
  public Wanted wanted(Debt debt) {
    var message = new MessageId(debt.teamId(), debt.channelId(), debt.subject());
    return Wanted.now(
        wins.isWin(message)
            ? new Act.React(message, Wins.CONFIRMS)
            : new Act.Unreact(message, Wins.CONFIRMS));
  }
}
