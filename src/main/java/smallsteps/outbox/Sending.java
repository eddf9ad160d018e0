package smallsteps.outbox;

import java.util.Optional;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.storage.Sql;

/// What a room knows of one kind of debt.
public interface Sending {

  /// What is wanted now. It is asked more than once, the last time right before it is sent.
  Wanted wanted(Debt debt);

  /// Hears how it ended, once, in the transaction in which the debt goes. It may be run twice, so
  /// it does nothing but SQL.
  ///
  /// @param debt as it stands by then: who asked for it may have been forgotten since
  /// @param outcome never [Outcome.NotYet]
  default void settled(Sql sql, Debt debt, Outcome outcome) {}

  /// What the one who asked is told, where nobody in this process waits for it any more.
  ///
  /// @param outcome how it ended
  default Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return Optional.empty();
  }
}
