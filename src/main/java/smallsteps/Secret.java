package smallsteps;

/// A token or a key. It prints as `***`, so that no log and no error can give it away.
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
