package smallsteps.principles;

import java.util.List;
import smallsteps.Folded;

/// Words as people type them, made alike: composed or decomposed, in any case, and for a search
/// that forgives, without dots and rings.
final class Letters {
  private Letters() {}

  /// Lower case, and `a`, `o` for `å`, `ä`, `ö`.
  static List<String> folded(String typed) {
    return Folded.of(typed).words().stream().map(Folded.Word::plain).toList();
  }

  /// Lower case, each letter as it was meant.
  static List<String> exact(String typed) {
    return Folded.of(typed).words().stream().map(Folded.Word::exact).toList();
  }
}
