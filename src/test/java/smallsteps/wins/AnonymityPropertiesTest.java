package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import smallsteps.Anonymity;
import smallsteps.Disguises;

/// `/smallthing anonymous …`, however it is written: nobody is named who did not want it.
class AnonymityPropertiesTest {
  private static final List<String> WORDS =
      List.of("anonymous", "anonymously", "anonym", "anonymt", "anonyma");
  private static final List<String> OTHERS =
      List.of(
          "hemlig",
          "hemligt",
          "secret",
          "secretly",
          "private",
          "privately",
          "privat",
          "confidential",
          "confidentially",
          "konfidentiellt",
          "unsigned",
          "osignerat",
          "unnamed",
          "nameless",
          "namnlös",
          "namnlöst",
          "pseudonym",
          "incognito",
          "inkognito");

  /// Of these one slip is heard.
  private static final List<String> HINTS =
      List.of(
          "dolda",
          "fördolt",
          "fördold",
          "hidden",
          "hysch",
          "undercover",
          "covertly",
          "diskret",
          "discreetly",
          "smygvis",
          "hemlis");

  /// And of these where they stand apart.
  private static final List<String> SHORT = List.of("dolt", "dold", "hush", "anom", "anon");

  private static final List<String> APART =
      List.of("%s: %s", "(%s) %s", "%s – %s", "%2$s (%1$s)", "%2$s, %1$s", "%2$s. %1$s!");

  /// Two slips away, and what people do.
  private static final List<String> EVERYBODYS =
      List.of(
          "named",
          "renamed",
          "signed",
          "assigned",
          "designed",
          "secure",
          "secured",
          "provade",
          "hidde",
          "told",
          "sold",
          "ann",
          "anna",
          "anton",
          "aron",
          "rush",
          "push");

  private static final List<String> BEFORE =
      List.of(
          "",
          "",
          "- ",
          "• ",
          "🎉 ",
          "(",
          "“",
          "*",
          "_",
          "> ",
          "<@U2|Anna Berg> ",
          "learned ",
          "\n");
  private static final List<String> AFTER =
      List.of(" ", ": ", "; ", " – ", "!", "…", ") ", "” ", "* ", "_: ", "\n", "：", "．", ", ");
  private static final List<String> SAID =
      List.of(
          "I cried at work", "jag grät på jobbet", "👩‍👩‍👧 helped ❤️", "bad om hjälp\n- igen");

  @Property(tries = 3000)
  void aWordOfAnonymityInAnyDisguiseIsNeverFollowedByAName(@ForAll Random random) {
    String typed =
        Disguises.pick(BEFORE, random)
            + Disguises.of(Disguises.pick(WORDS, random), random)
            + Disguises.pick(AFTER, random)
            + Disguises.pick(SAID, random);

    assertNobodyIsNamed(typed);
  }

  /// One slip may lie within the other.
  @Property(tries = 5000)
  void noNearMissOfAPrivacyWordIsEverFollowedByAName(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int slips) {
    String word = Disguises.pick(random.nextBoolean() ? WORDS : OTHERS, random);
    String slipped = Disguises.slipped(word, slips, random);
    Assume.that(!EVERYBODYS.contains(slipped));
    String typed =
        Disguises.pick(BEFORE, random)
            + slipped
            + Disguises.pick(AFTER, random)
            + Disguises.pick(SAID, random);

    assertNobodyIsNamed(typed);
  }

  @Property(tries = 3000)
  void noNearMissOfAHintIsEverFollowedByAName(@ForAll Random random, @ForAll boolean isShort) {
    String slipped = Disguises.slipped(Disguises.pick(isShort ? SHORT : HINTS, random), 1, random);
    Assume.that(!EVERYBODYS.contains(slipped) && slipped.length() > 2);
    String place = Disguises.pick(isShort ? APART : List.of("%s %s", "%s: %s"), random);

    assertNobodyIsNamed(place.formatted(slipped, Disguises.pick(SAID, random)));
  }

  @Property(tries = 2000)
  void aCommandMeansTheSameInAnyDisguise(@ForAll Random random) {
    String plain =
        Disguises.pick(
            List.of("list", "mine", "mina", "help", "settings", "find door", "digest", "learned"),
            random);
    String typed = Disguises.of(plain, random);

    assertThat(SmallThingQuery.read(typed)).as(typed).isEqualTo(SmallThingQuery.read(plain));
  }

  @Property(tries = 1000)
  void lettersThatStandApartAreReadTogether(@ForAll Random random) {
    String word = Disguises.pick(WORDS, random);
    String apart =
        String.join(Disguises.pick(List.of(" ", ".", "-", "_", "\u200B"), random), word.split(""));

    assertNobodyIsNamed(apart + ": jag grät");
  }

  @Property(tries = 2000)
  void decoratedAndPlainKeepTheSameWords(@ForAll Random random) {
    String said = Disguises.pick(SAID, random);
    String typed =
        Disguises.of(Disguises.pick(WORDS, random), random)
            + Disguises.pick(List.of(": ", " ", " – ", "\u00A0", "：", ";\u202F"), random)
            + said;

    if (Anonymity.of(typed) instanceof Anonymity.Asked(String text)) {
      assertThat(text).matches("[\u202A-\u202E\u2066-\u2069 ]*" + Pattern.quote(said));
    }
    assertNobodyIsNamed(typed);
  }

  private static void assertNobodyIsNamed(String typed) {
    boolean isNamed =
        SmallThingQuery.read(typed) instanceof SmallThingQuery.Say say && !say.isAnonymous();
    assertThat(isNamed).as(typed).isFalse();
  }
}
