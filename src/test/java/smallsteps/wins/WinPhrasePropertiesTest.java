package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import smallsteps.Disguises;
import smallsteps.OddTexts;
import smallsteps.Spaces;

/// The phrase, against somebody who reads a message piece by piece.
class WinPhrasePropertiesTest {
  private static final List<List<String>> PHRASES =
      List.of(
          List.of("i", "did", "a", "small", "thing"),
          List.of("jag", "gjorde", "en", "liten", "sak"));
  private static final List<String> DECORATIONS =
      List.of(
          "@ben",
          "<@U2|Anna Berg>",
          "<@U2>",
          "<@>",
          "<#C1|general>",
          "<#C1>",
          "<!subteam^S1>",
          "<!subteam^S1|@x>",
          "@here",
          "https://x.se/a?b=c",
          "x.se/a",
          "@anna-lena",
          "@o'hara",
          ":tada:",
          ":+1:",
          "👋",
          "🎉",
          "✔️",
          "1️⃣",
          "•",
          "-",
          "–",
          "*",
          "\"",
          "“",
          "…",
          ">",
          "1.",
          "12)",
          "!",
          "?",
          "~",
          "(",
          "#");
  private static final List<String> OTHERS =
      List.of(
          "so",
          "things",
          "thing's",
          "thing’s",
          "saken",
          "sak\u0308",
          "x",
          "2nd",
          "7",
          "small-thing",
          "thing2");
  private static final List<String> SEPARATORS =
      List.of(
          ":", ": ", ",", ", ", " - ", " – ", "—", " — ", "\n", "\n\n", ". ", "! ", "… ", " ",
          " :\n");

  @Provide
  Arbitrary<List<String>> pieces() {
    var phrases = Arbitraries.of(PHRASES);
    var nearly =
        Combinators.combine(phrases, Arbitraries.of(3, 4, 4), Arbitraries.of(OTHERS))
            .as((phrase, at, other) -> {
              var words = new ArrayList<>(phrase);
              words.set(at, other);
              return List.copyOf(words);
            });
    var words = Arbitraries.of(PHRASES.stream().flatMap(List::stream).toList()).map(List::of);
    var decorations = Arbitraries.of(DECORATIONS).map(List::of);
    var others = Arbitraries.of(OTHERS).map(List::of);
    return Arbitraries.frequencyOf(
            Tuple.of(4, phrases),
            Tuple.of(2, nearly),
            Tuple.of(4, decorations),
            Tuple.of(1, words),
            Tuple.of(1, others))
        .list()
        .ofMaxSize(5)
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  @Provide
  Arbitrary<String> texts() {
    return OddTexts.all();
  }

  /// Decorations first, then the five words, and after them whatever is no longer word.
  private static boolean beginsWithPhrase(List<String> pieces) {
    int at = 0;
    while (at < pieces.size() && DECORATIONS.contains(pieces.get(at))) {
      at++;
    }
    List<String> rest = pieces.subList(at, pieces.size());
    return PHRASES.stream()
        .anyMatch(phrase -> rest.size() >= 5 && rest.subList(0, 5).equals(phrase));
  }

  @Property(tries = 3000)
  void aMessageIsOneWhenItsFirstWordsAreThePhrase(
      @ForAll("pieces") List<String> pieces, @ForAll Random random) {
    String message =
        pieces.stream().map(piece -> anyCase(piece, random)).collect(Collectors.joining(" "));

    assertThat(WinPhrase.read(message).isPresent()).as(message).isEqualTo(beginsWithPhrase(pieces));
  }

  @Property(tries = 2000)
  void whatFollowsThePhraseIsKeptComposedAndWhole(
      @ForAll @IntRange(max = 1) int language, @ForAll Random random, @ForAll("texts") String odd) {
    String rest = "dörr Å " + odd + " slut";
    String said = String.join(" ", PHRASES.get(language)) + pick(SEPARATORS, random) + rest;
    String sent =
        Normalizer.normalize(
            anyCase(said.substring(0, 5), random) + said.substring(5), form(random));

    assertThat(WinPhrase.read(sent))
        .contains(
            Normalizer.normalize(
                Normalizer.normalize(rest, Normalizer.Form.NFD), Normalizer.Form.NFC));
  }

  @Property(tries = 3000)
  void thePhraseInAnyDisguiseIsReadAndWhatFollowsStaysAsItWasWritten(
      @ForAll @IntRange(max = 1) int language,
      @ForAll("pieces") List<String> pieces,
      @ForAll Random random) {
    String before = pieces.stream().filter(DECORATIONS::contains).collect(Collectors.joining(" "));
    String rest = "Åsa’s dörr 👩‍👩‍👧 ❤️ – “９：００” slut";
    String sent =
        before
            + " "
            + Disguises.of(String.join(" ", PHRASES.get(language)), random)
            + pick(SEPARATORS, random)
            + rest;

    assertThat(WinPhrase.read(sent)).as(sent).isPresent();
    assertThat(WinPhrase.read(sent).orElseThrow()).endsWith(rest);
  }

  @Property(tries = 2000)
  void thePhraseAloneKeepsTheWholeMessage(@ForAll("pieces") List<String> pieces) {
    List<String> decorations = pieces.stream().filter(DECORATIONS::contains).toList();
    String message = (String.join(" ", decorations) + " Jag gjorde en liten sak").strip();

    assertThat(WinPhrase.read(message))
        .contains(Normalizer.normalize(message, Normalizer.Form.NFC));
  }

  @Property(tries = 3000)
  void anyTextIsReadAndWhatIsKeptIsNeverBlankNorLoose(@ForAll("texts") String text) {
    for (String message :
        List.of(text, "I did a small thing" + text, text + "I did a small thing")) {
      WinPhrase.read(message)
          .ifPresent(kept -> {
            assertThat(kept).isNotBlank().isEqualTo(WinPhrase.tidy(kept));
            assertThat(Spaces.strip(kept)).isEqualTo(kept);
          });
    }
  }

  @Property(tries = 2000)
  void theCommandKeepsNothingBlankAndSeeksWordsAlone(@ForAll("texts") String text) {
    SmallThingQuery query = SmallThingQuery.read(text);

    switch (query) {
      case SmallThingQuery.Say say -> assertThat(say.text()).isNotBlank();
      case SmallThingQuery.Find(List<String> words) ->
          assertThat(words).allSatisfy(word -> assertThat(word).matches("[\\p{L}\\p{N}\\p{M}]+"));
      default -> {}
    }
  }

  private static String anyCase(String word, Random random) {
    return word.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter)
        .collect(Collectors.joining());
  }

  private static Normalizer.Form form(Random random) {
    return random.nextBoolean() ? Normalizer.Form.NFC : Normalizer.Form.NFD;
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
