package smallsteps.rehearsal.scenes;

/// What is wrong in a script, or doesn't work as it is played, with its place.
public final class ScriptFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param place a JSON pointer; blank for the whole
  ScriptFault(String place, String sentence) {
    super(place.isEmpty() ? sentence : place + ": " + sentence);
  }
}
