package smallsteps.plans;

/// A kind of day that a channel may leave out.
public enum Skip {
  RED_DAY("red_day"),
  EVE("eve"),
  BRIDGE_DAY("bridge_day"),
  SUMMER("summer");

  private final String code;

  Skip(String code) {
    this.code = code;
  }

  /// The reason that a receipt keeps.
  public String code() {
    return code;
  }
}
