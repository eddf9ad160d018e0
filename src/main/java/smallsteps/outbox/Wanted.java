package smallsteps.outbox;

import smallsteps.Act;

/// What of a debt is wanted now.
///
/// @param act what is to be done; with an obstacle, what an earlier try may have done; null for
///   nothing
/// @param obstacle why it is not to be done any more; null where it is
public record Wanted(Act act, String obstacle) {

  public static Wanted now(Act act) {
    return new Wanted(act, null);
  }

  /// Not any more, and nothing of it can stand in Slack that matters.
  public static Wanted noMore(String obstacle) {
    return new Wanted(null, obstacle);
  }

  /// Not any more; should an earlier try have got through, it is to be known.
  public static Wanted noMore(String obstacle, Act earlier) {
    return new Wanted(earlier, obstacle);
  }

  public boolean isWanted() {
    return obstacle == null;
  }
}
