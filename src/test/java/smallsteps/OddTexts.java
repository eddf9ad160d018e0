package smallsteps;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Texts that people, phones and attackers send.
public final class OddTexts {
  private static final List<String> PIECES =
      List.of(
          "<!channel>",
          "<!here|x>",
          "<@U1>",
          "<@U1|",
          "<#C1|x>",
          "<https://x.se|x>",
          "<http://",
          "<",
          ">",
          "&",
          "&amp;",
          "&lt;",
          "&gt;",
          "&amp;lt;",
          "&amp;amp;",
          ";",
          "|",
          "!",
          "@",
          "#",
          "http",
          "mailto:a@b.se",
          "<mailto:a@b.se|a>",
          "*",
          "_",
          "~",
          "`",
          "```",
          "å",
          "a\u030A",
          "Ö",
          "o\u0308",
          "’",
          "'",
          "“",
          "\u00A0",
          "\u200B",
          "\uFEFF",
          "\u202E",
          "\u0000",
          "\t",
          "\n",
          "👩‍👩‍👧‍👦",
          ":tada:",
          "\uD83D",
          "\uDE00",
          "1.",
          "-",
          "–",
          ":",
          "İ",
          "ß");

  private OddTexts() {}

  public static Arbitrary<String> all() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        soup(PIECES),
        Arbitraries.strings().withChars("<>&!@#|;ahtplmg ").ofMaxLength(30));
  }

  /// Pieces in any order and number.
  public static Arbitrary<String> soup(List<String> pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(14).map(list -> String.join("", list));
  }
}
