package smallsteps.principles;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import smallsteps.Disguises;
import smallsteps.OddTexts;
import smallsteps.Reply;

/// `/principle …`: anything is answered, and a principle is found by what it says.
class PrincipleQueryPropertiesTest {
  private static final PrincipleRoom ROOM = new PrincipleRoom();

  @Provide
  Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "share",
            "dela",
            "list",
            "random",
            "help",
            "3",
            "8",
            "-1",
            "sju",
            "iterera",
            "mångfald",
            "the",
            "principle",
            "om",
            "<!channel>",
            "experimnt",
            "?",
            "0",
            "07",
            "٣",
            "share share");
    return Arbitraries.oneOf(
        OddTexts.all(), words.list().ofMaxSize(5).map(list -> String.join(" ", list)));
  }

  @Property(tries = 2000)
  void whateverIsTypedIsAnsweredAndRepeatedHarmlessly(@ForAll("texts") String text) {
    switch (ROOM.typed(text, PrincipleRoom.SV)) {
      case Reply.OnlyYou(var content, var _) ->
          assertThat(content.text().replace("<https://oneteamgov.se/", ""))
              .isNotBlank()
              .hasSizeLessThan(4000)
              .doesNotContain("<!", "<@", "<#", "<http");
      case Reply other ->
          assertThat(PrincipleQuery.read(text))
              .as("%s", other)
              .isInstanceOf(PrincipleQuery.Share.class);
    }
  }

  @Property
  void aTitleFindsItsPrincipleInAnyCaseAndComposition(
      @ForAll @IntRange(min = 1, max = 7) int number,
      @ForAll boolean swedish,
      @ForAll boolean apart,
      @ForAll boolean loud) {
    var language = swedish ? PrincipleRoom.SV : PrincipleRoom.EN;
    Principle principle = ROOM.principles.get(number, language);
    String typed =
        Normalizer.normalize(
            loud ? principle.title().toUpperCase(Locale.ROOT) : principle.title(),
            apart ? Normalizer.Form.NFD : Normalizer.Form.NFC);

    assertThat(ROOM.shown(typed, language).text()).startsWith(number + ". " + principle.title());
  }

  @Property(tries = 1000)
  void aCommandMeansTheSameInAnyDisguise(@ForAll Random random) {
    String plain =
        Disguises.pick(
            List.of("3", "share 3", "list", "random", "help", "dela sju", "visa princip 2", "8"),
            random);
    String typed = Disguises.of(plain, random);

    assertThat(meant(typed)).as(typed).isEqualTo(meant(plain));
  }

  /// What is shared carries what was typed as well.
  private static Object meant(String typed) {
    return PrincipleQuery.read(typed) instanceof PrincipleQuery.Share(var which, String _)
        ? List.of("share", which)
        : PrincipleQuery.read(typed);
  }

  @Property
  void aNumberIsThatPrincipleOrNone(@ForAll @IntRange(min = -20, max = 1000) int number) {
    PrincipleQuery query = PrincipleQuery.read(String.valueOf(number));

    assertThat(query)
        .isEqualTo(
            number >= 1 && number <= 7
                ? new PrincipleQuery.Number(number)
                : new PrincipleQuery.NoSuchNumber());
    assertThat(List.of(query, PrincipleQuery.read(" " + number + " "))).allMatch(query::equals);
  }
}
