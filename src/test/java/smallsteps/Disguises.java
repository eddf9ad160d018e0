package smallsteps;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// The same words as other keyboards, phones and copied texts have them, and as people slip.
public final class Disguises {
  public static final List<String> SPACES =
      List.of(
          " ",
          "\u00A0",
          "\u202F",
          "\u2000",
          "\u2003",
          "\u2009",
          "\u200A",
          "\u205F",
          "\u3000",
          "\u1680",
          "\t",
          " \u200B",
          "\u200E ",
          " \u2060",
          " \u202A\u202C",
          "\u2800");
  public static final List<String> UNSEEN =
      List.of(
          "\u200B",
          "\u200C",
          "\u200D",
          "\u200E",
          "\u200F",
          "\u2060",
          "\u2064",
          "\uFEFF",
          "\u00AD",
          "\u034F",
          "\u180E",
          "\u202A",
          "\u202E",
          "\u2066",
          "\u2069",
          "\u3164",
          "\uFFA0",
          "\u115F",
          "\uFE0E",
          "\uDB40\uDC20");
  private static final int FULL_WIDTH = 0xFF01 - '!';
  private static final int BOLD = 0x1D41A - 'a';

  private Disguises() {}

  /// Each space of another kind, letters, digits and colons in other forms, and unseen signs
  /// anywhere.
  public static String of(String plain, Random random) {
    String disguised =
        plain
            .codePoints()
            .mapToObj(c -> c == ' ' ? pick(SPACES, random) : other(c, random))
            .map(piece -> random.nextInt(12) == 0 ? piece + pick(UNSEEN, random) : piece)
            .collect(Collectors.joining());
    return random.nextBoolean() ? disguised : Normalizer.normalize(disguised, Normalizer.Form.NFD);
  }

  private static String other(int c, Random random) {
    boolean isLetter = c >= 'a' && c <= 'z';
    boolean hasWide = c > ' ' && c < 0x7F;
    return switch (random.nextInt(6)) {
      case 0 -> Character.toString(hasWide ? c + FULL_WIDTH : c);
      case 1 -> Character.toString(isLetter ? c + BOLD : c);
      case 2 -> Character.toString(isLetter ? Character.toUpperCase(c) : c);
      default -> Character.toString(c);
    };
  }

  /// With so many letters left out, put in, changed or swapped.
  public static String slipped(String word, int slips, Random random) {
    var slipped = new StringBuilder(word);
    for (int slip = 0; slip < slips; slip++) {
      int at = random.nextInt(slipped.length());
      char letter = (char) ('a' + random.nextInt(26));
      switch (random.nextInt(4)) {
        case 0 -> slipped.deleteCharAt(at);
        case 1 -> slipped.insert(at, letter);
        case 2 -> slipped.setCharAt(at, letter);
        default -> {
          int next = Math.min(at + 1, slipped.length() - 1);
          char swapped = slipped.charAt(next);
          slipped.setCharAt(next, slipped.charAt(at));
          slipped.setCharAt(at, swapped);
        }
      }
    }
    return slipped.toString();
  }

  public static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
