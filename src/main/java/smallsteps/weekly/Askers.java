package smallsteps.weekly;

import java.util.List;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.storage.Sql;

/// Who asked for one kind of weekly message.
public interface Askers<A extends Weekly> {
  List<A> of(Sql sql, String teamId);

  /// Empty where the channel wants none, or none any more.
  Optional<A> of(Sql sql, Channel channel);
}
