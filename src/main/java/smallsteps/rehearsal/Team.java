package smallsteps.rehearsal;

/** A workspace of Slack's: ours, or the one at home elsewhere of a guest in a shared channel. */
record Team(String id, String domain) {
  static final Team OURS = new Team(State.TEAM, State.DOMAIN);
  static final Team PARTNER = new Team("T0PARTNER01", "partner");

  /** The organisation that ours belongs to, where a whole organisation has installed the app. */
  static final String ORGANISATION = "E0REHEARSE1";

  static final String ORGANISATION_NAME = "Rehearsals";

  boolean isOurs() {
    return equals(OURS);
  }
}
