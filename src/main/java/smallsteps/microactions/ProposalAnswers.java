package smallsteps.microactions;

import java.util.List;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Request;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// What became of a proposal, said in the place where it stood. The subject of such a debt is the
/// proposal and the message's ts.
final class ProposalAnswers implements Sending {
  private final ProposalBlocks blocks;
  private final Database database;
  private final ChannelLanguages languages;
  private final Outbox.Kind kind;

  ProposalAnswers(
      ProposalBlocks blocks, Database database, ChannelLanguages languages, Outbox outbox) {
    this.blocks = blocks;
    this.database = database;
    this.languages = languages;
    kind = outbox.kind("proposal_answer", this);
  }

  /// @param pressed a button under the proposal
  void owe(Sql sql, Request.Action pressed) {
    if (pressed.message() != null) {
      String ts = pressed.message().ts();
      new MicroactionStore(sql).stands(pressed.user().teamId(), pressed.value(), ts);
      String subject = pressed.value() + " " + ts;
      kind.owe(sql, pressed.channel(), subject);
    }
  }

  /// For one that says something else now.
  void owe(Sql sql, MicroactionStore.Shown shown) {
    MessageId message = shown.message();
    kind.owe(sql, message.channel(), shown.id() + " " + message.ts());
  }

  @Override
  public Wanted wanted(Debt debt) {
    List<String> subject = MalformedException.words("subject", debt.subject(), 2);
    var message = new MessageId(debt.teamId(), debt.channelId(), subject.get(1));
    Language language = languages.of(debt.channel());
    Optional<MicroactionStore.Accepted> accepted =
        database.read(
            sql -> new MicroactionStore(sql).acceptance(debt.teamId(), subject.getFirst()));
    Content content =
        accepted
            .map(one -> blocks.accepted(one.own(), one.acceptedBy(), language))
            .orElseGet(() -> blocks.declined(language));
    return Wanted.now(new Act.Edit(message, content));
  }
}
