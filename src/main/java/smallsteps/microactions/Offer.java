package smallsteps.microactions;

import java.util.List;
import smallsteps.MalformedException;
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
      List<String> parts = MalformedException.words("value", pressed.value(), PARTS - 1);
      String ts = pressed.message() == null ? "" : pressed.message().ts();
      return new Asked(
          minutes(parts.get(0)), principle(parts.get(1)), ts, Offers.PROMPT + parts.get(2));
    }

    static Asked of(String carried) {
      List<String> parts = MalformedException.words("value", carried, PARTS);
      return new Asked(minutes(parts.get(0)), principle(parts.get(1)), parts.get(2), parts.get(3));
    }

    static int minutes(String value) {
      return MalformedException.number("minutes", value, List.of(2, 5, 15, 60)::contains);
    }

    static int principle(String value) {
      return MalformedException.number("principle", value, n -> n >= 1 && n <= 7);
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
