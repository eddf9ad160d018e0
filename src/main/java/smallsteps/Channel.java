package smallsteps;

/// A channel of a workspace.
public record Channel(String teamId, String id) {

  /// A direct message between two; one between several is told from a channel by its name alone.
  public boolean isDirect() {
    return isDirect(id);
  }

  /// The same of an id alone.
  public static boolean isDirect(String id) {
    return id.startsWith("D");
  }
}
