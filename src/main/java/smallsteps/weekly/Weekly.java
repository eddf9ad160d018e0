package smallsteps.weekly;

import java.time.Instant;
import smallsteps.Channel;

/// A weekly message that a channel asked for.
public interface Weekly {
  Channel channel();

  Rhythm rhythm();

  /// None is due before this.
  Instant since();
}
