package smallsteps.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import smallsteps.Folded;
import smallsteps.Slips;

/// What somebody who wrote a name that nobody knows may have meant.
public final class Near {
  private Near() {}

  /// At most a third of its letters away, or the beginning of it; empty where nothing is.
  public static Optional<String> to(String written, Collection<String> known) {
    int most = Math.max(1, written.length() / 3);
    String plain = Folded.plain(written);
    return known.stream()
        .filter(name ->
            name.startsWith(plain) || Slips.between(plain, Folded.plain(name), most) <= most)
        .min(Comparator.comparingInt(name -> Slips.between(plain, Folded.plain(name), most)));
  }

  /// ` (did you mean "week"?)`, or nothing.
  static String instead(String written, Collection<String> known) {
    return to(written, known).map(name -> " (did you mean \"" + name + "\"?)").orElse("");
  }
}
