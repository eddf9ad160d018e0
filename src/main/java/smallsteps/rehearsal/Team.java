package smallsteps.rehearsal;

/** A workspace of Slack's: ours, or the one at home elsewhere of a guest in a shared channel. */
record Team(String id, String name, String domain) {
  static final Team OURS = new Team(State.TEAM, State.TEAM_NAME, State.DOMAIN);
  static final Team PARTNER = new Team("T0PARTNER01", "Partner", "partner");

  /** The organisation that ours belongs to, where a whole organisation has installed the app. */
  static final String ORGANISATION = "E0REHEARSE1";

  boolean isOurs() {
    return equals(OURS);
  }
}
