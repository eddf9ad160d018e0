package smallsteps.care;

import java.util.Arrays;
import java.util.List;
import smallsteps.MalformedException;

/// What the bot says unasked.
public enum Kind {
  /// Did you do what you said you would?
  MICROACTION_FOLLOWUP("microaction_followup", To.PERSON),
  /// What difference did it make?
  DIFFERENCE_QUESTION("difference_question", To.PERSON),
  /// Something keeps the bot from doing what this person set up.
  OWNER_TOLD("owner_told", To.PERSON),
  /// Comes when the channel's plan says so: the plan itself is its switch.
  NUDGE("nudge", To.CHANNEL),
  /// Somebody typed `/nudge now`: it comes once, whatever the plan says.
  NUDGE_NOW("nudge_now", To.CHANNEL),
  /// Comes when the channel's plan says so, which is its switch as well.
  DIGEST("digest", To.CHANNEL),
  /// Nobody answers the nudges: keep, less often, or pause?
  PAUSE_QUESTION("pause_question", To.CHANNEL);

  enum To {
    PERSON,
    CHANNEL
  }

  private final String stored;
  private final To to;

  Kind(String stored, To to) {
    this.stored = stored;
    this.to = to;
  }

  boolean goesToAPerson() {
    return to == To.PERSON;
  }

  /// Whether the channel decides, by its plan or at once, and not the gate.
  boolean isAskedFor() {
    return this == NUDGE || this == NUDGE_NOW || this == DIGEST;
  }

  /// Whether it may wait for a better hour.
  boolean waits() {
    return goesToAPerson() || this == PAUSE_QUESTION;
  }

  static List<Kind> toPeople() {
    return Arrays.stream(values()).filter(Kind::goesToAPerson).toList();
  }

  String stored() {
    return stored;
  }

  static Kind of(String stored) {
    return MalformedException.need(
        "kind",
        Arrays.stream(values())
            .filter(kind -> kind.name().equalsIgnoreCase(stored))
            .findFirst()
            .orElse(null));
  }
}
