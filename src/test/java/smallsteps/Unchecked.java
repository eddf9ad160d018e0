package smallsteps;

/// A checked exception that comes where none is declared, as from a library that hides it.
public final class Unchecked {
  private Unchecked() {}

  /// Throws it, and never returns; `throw` may stand before it, so that the compiler knows.
  public static RuntimeException thrown(Throwable any) {
    return Unchecked.<RuntimeException>thrownAs(any);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E thrownAs(Throwable any) throws E {
    throw (E) any;
  }
}
