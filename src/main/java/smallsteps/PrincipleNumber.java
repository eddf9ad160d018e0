package smallsteps;

import java.util.stream.IntStream;

/// Which of the principles: 1 to [#LAST], as they stand in their own order. The texts are the room
/// of principles' own; the number is what everybody else knows of one.
public final class PrincipleNumber {
  public static final int LAST = 7;

  private PrincipleNumber() {}

  public static boolean isOne(int number) {
    return number >= 1 && number <= LAST;
  }

  public static IntStream all() {
    return IntStream.rangeClosed(1, LAST);
  }

  /// What we gave out comes back.
  public static int read(String value) {
    return MalformedException.number("principle", value, PrincipleNumber::isOne);
  }
}
