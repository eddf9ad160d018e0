package smallsteps.weekly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.DebtId;
import smallsteps.Language;
import smallsteps.storage.Sql;

/// A channel's slots for one kind of message, for the room that keeps the plans.
public interface ChannelSlots {

  /// Days from this one on that have had theirs.
  Set<LocalDate> taken(Channel channel, LocalDate from);

  /// What became of the newest, the newest first.
  List<Receipt> receipts(Channel channel, int atMost);

  /// A slot of its own, due now; empty when one is due this very second already.
  ///
  /// @param askedBy who waits for it
  Optional<DebtId> now(Channel channel, ZoneId zone, Language language, String askedBy, Instant at);

  /// Before a plan goes: what it has left undone gets its receipt.
  ///
  /// @param reason why it does not come any more
  void passOver(Sql sql, Channel channel, String reason);
}
