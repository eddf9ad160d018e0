package smallsteps.microactions;

import java.util.List;
import smallsteps.MalformedException;
import smallsteps.PrincipleNumber;
import smallsteps.Request;
import smallsteps.config.Prompt;

/// One small thing to do, as it is offered under a nudge.
///
/// @param key which one: `p:` and a prompt's id, `m:` and a microaction's
record Offer(int minutes, int principle, String key, String text) {

  /// What a button carries of it.
  ///
  /// @param nudgeTs the nudge it was asked under
  /// @param first what that nudge itself says, by its key: the others come after it
  record Asked(int minutes, int principle, String nudgeTs, String key, String first) {
    private static final int UNDER_A_NUDGE = 3;
    private static final int PARTS = 5;

    /// From a button under the nudge itself: minutes, principle and the id of the prompt.
    static Asked under(Request.Action pressed) {
      List<String> parts = MalformedException.words("value", pressed.value(), UNDER_A_NUDGE);
      String ts = pressed.message() == null ? "" : pressed.message().ts();
      String key = Offers.PROMPT + parts.get(2);
      return new Asked(minutes(parts.get(0)), PrincipleNumber.read(parts.get(1)), ts, key, key);
    }

    static Asked of(String carried) {
      List<String> parts = MalformedException.words("value", carried, PARTS);
      return new Asked(
          minutes(parts.get(0)),
          PrincipleNumber.read(parts.get(1)),
          parts.get(2),
          parts.get(3),
          parts.get(4));
    }

    static int minutes(String value) {
      return MalformedException.number("minutes", value, Prompt.MINUTES::contains);
    }

    /// @param principle that of the nudge, which goes on deciding what comes first
    String carried() {
      return String.join(
          " ", String.valueOf(minutes), String.valueOf(principle), nudgeTs, key, first);
    }

    /// The same for other minutes, from what the nudge says on.
    Asked in(int otherMinutes) {
      return new Asked(otherMinutes, principle, nudgeTs, first, first);
    }

    Asked with(Offer offer) {
      return new Asked(minutes, principle, nudgeTs, offer.key(), first);
    }
  }
}
