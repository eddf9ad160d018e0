package smallsteps.outbox;

import smallsteps.Act;
import smallsteps.MessageId;

/// A message of the bot's that is to go; its subject is the message's ts. Wanted until it is gone.
final class Deletion implements Sending {

  @Override
  public Wanted wanted(Debt debt) {
    var message = new MessageId(debt.teamId(), debt.channelId(), debt.subject());
    return Wanted.now(new Act.Delete(message));
  }
}
