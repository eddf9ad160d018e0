package smallsteps;

/// The slips of the pen between two words: letters left out, put in or changed, and neighbours that
/// changed places, also where one slip lies within another (`nym` → `mn`).
public final class Slips {
  private Slips() {}

  /// @return the number of slips, or any number above `limit` when it is more than that
  public static int between(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      slips[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      slips[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int lastSame = 0; // in this row
      for (int j = 1; j <= b.length(); j++) {
        int changesWith = 1 + a.lastIndexOf(b.charAt(j - 1), i - 2); // the row of the letter
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int least = slips[i - 1][j - 1] + (isSame ? 0 : 1);
        least = Math.min(least, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        if (changesWith > 0 && lastSame > 0) {
          int between = (i - changesWith - 1) + (j - lastSame - 1);
          least = Math.min(least, slips[changesWith - 1][lastSame - 1] + 1 + between);
        }
        slips[i][j] = least;
        lastSame = isSame ? j : lastSame;
      }
    }
    return slips[a.length()][b.length()];
  }

  /// Whether their letters alone show that two words are more slips apart: a slip takes one letter
  /// away and brings one at most.
  ///
  /// @param letters as [#letters] has them, like the others
  static boolean areFar(long letters, long others, int limit) {
    return Long.bitCount(letters ^ others) > 2 * limit;
  }

  /// Which a word has: two bits each, the other for one that it has more than once.
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      long letter = 1L << (word.charAt(i) & 31);
      letters |= (letters & letter) << 32 | letter;
    }
    return letters;
  }
}
