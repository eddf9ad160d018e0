package smallsteps.rehearsal.state;

/// A workspace of Slack's: ours, or the one at home elsewhere of a guest in a shared channel.
public record Team(String id, String domain) {
  static final Team OURS = new Team(State.TEAM, State.DOMAIN);
  public static final Team PARTNER = new Team("T0PARTNER01", "partner");

  /// The organisation that ours belongs to, where a whole organisation has installed the app.
  public static final String ORGANISATION = "E0REHEARSE1";

  public static final String ORGANISATION_NAME = "Rehearsals";

  boolean isOurs() {
    return equals(OURS);
  }
}
