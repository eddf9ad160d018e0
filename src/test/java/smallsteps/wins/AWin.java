package smallsteps.wins;

import java.time.Instant;
import smallsteps.Said;

/// A win as a test expects it: one that `U1` did in `C1`, with what else is said of it.
final class AWin {
  private final String text;
  private final Instant saidAt;
  private String ts;
  private String nudgeTs;
  private String kind = Win.DID;
  private Integer principle;

  private AWin(String text, Instant saidAt) {
    this.text = text;
    this.saidAt = saidAt;
  }

  static AWin said(String text, Instant at) {
    return new AWin(text, at);
  }

  AWin in(String messageTs) {
    ts = messageTs;
    return this;
  }

  /// In its thread.
  AWin under(String nudge, int itsPrinciple) {
    nudgeTs = nudge;
    principle = itsPrinciple;
    return this;
  }

  AWin learned() {
    kind = Win.LEARNED;
    return this;
  }

  Win win() {
    return new Win("T1", "C1", ts, nudgeTs, "U1", new Said(text), kind, principle, saidAt, nudgeTs);
  }
}
