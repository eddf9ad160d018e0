package smallsteps.microactions;

import smallsteps.Request;

/// One small thing to do, as it is offered under a nudge.
///
/// @param key which one: `p:` and a prompt's id, `m:` and a microaction's
record Offer(int minutes, int principle, String key, String text) {

  /// What a button carries of it.
  ///
  /// @param nudgeTs the nudge it was asked under
  record Asked(int minutes, int principle, String nudgeTs, String key) {
    private static final int PARTS = 4;

    /// From a button under the nudge itself: minutes, principle and the id of the prompt.
    static Asked under(Request.Action pressed) {
      String[] parts = pressed.value().split(" ", PARTS - 1);
      String ts = pressed.message() == null ? "" : pressed.message().ts();
      return new Asked(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), ts, Offers.PROMPT + parts[2]);
    }

    static Asked of(String carried) {
      String[] parts = carried.split(" ", PARTS);
      return new Asked(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    /// @param principle that of the nudge, which goes on deciding what comes first
    String carried() {
      return minutes + " " + principle + " " + nudgeTs + " " + key;
    }

    Asked with(Offer offer) {
      return new Asked(minutes, principle, nudgeTs, offer.key());
    }
  }
}
