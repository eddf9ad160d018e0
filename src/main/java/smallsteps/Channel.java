package smallsteps;

/// A channel of a workspace.
public record Channel(String teamId, String id) {

  /// A direct message between two; one between several is told from a channel by its name alone.
  public boolean isDirect() {
    return id.startsWith("D");
  }
}
