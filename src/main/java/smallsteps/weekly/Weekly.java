package smallsteps.weekly;

import java.time.Instant;
import smallsteps.Channel;
import smallsteps.Language;

/// A weekly message that a channel asked for.
public interface Weekly {
  Channel channel();

  Rhythm rhythm();

  Language language();

  /// None is due before this.
  Instant since();
}
