package smallsteps.nudges;

/// A channel of a workspace.
record Channel(String teamId, String id) {

  /// A direct message between two; one between several is told from a channel by its name alone.
  boolean isDirect() {
    return id.startsWith("D");
  }
}
