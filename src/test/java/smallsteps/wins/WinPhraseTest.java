package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WinPhraseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          I did a small thing: labelled the door | labelled the door
          i DID a SMALL thing, labelled the door | labelled the door
          Jag gjorde en liten sak: märkte dörren | märkte dörren
          JAG GJORDE EN LITEN SAK – märkte dörren | märkte dörren
          I did a small thing - labelled the door | labelled the door
          I did a small thing—labelled the door | labelled the door
          I did a small thing. Labelled the door. | Labelled the door.
          I did a small thing labelled the door | labelled the door
          I did a small thing today: a sign | today: a sign
          Today I did a small thing: a sign | a sign
          Yesterday, I did a small thing: a sign | a sign
          This morning I did a small thing: a sign | a sign
          On Friday I did a small thing - a sign | a sign
          I dag gjorde jag en liten sak: en skylt | en skylt
          Idag gjorde jag en liten sak: en skylt | en skylt
          I går gjorde jag en liten sak, en skylt | en skylt
          IGÅR GJORDE JAG EN LITEN SAK: en skylt | en skylt
          I förrgår gjorde jag en liten sak: en skylt | en skylt
          Förra veckan gjorde jag en liten sak: en skylt | en skylt
          Idag, jag gjorde en liten sak: en skylt | en skylt
          🎉 @U1 i fredags gjorde jag en liten sak: en skylt | en skylt
          @U1 I did a small thing: a sign | a sign
          @anna.ek, @U2: I did a small thing: a sign | a sign
          :tada: I did a small thing: a sign | a sign
          :wave::skin-tone-3: I did a small thing: a sign | a sign
          :+1:I did a small thing: a sign | a sign
          🎉 👩🏽‍💻 I did a small thing: a sign | a sign
          1️⃣ ℹ️ I did a small thing: a sign | a sign
          🇸🇪 jag gjorde en liten sak: en skylt | en skylt
          "I did a small thing": a sign | a sign
          “I did a small thing: a sign” | a sign
          ’I did a small thing: a sign’ | a sign
          *I did a small thing:* a *bold* sign | a *bold* sign
          _*I did a small thing*_ a sign | a sign
          • I did a small thing: a sign | a sign
          - I did a small thing: a sign | a sign
          > I did a small thing: a sign | a sign
          2. I did a small thing: a sign | a sign
          <!subteam^S1> I did a small thing: a sign | a sign
          @here @channel I did a small thing: a sign | a sign
          Our board (https://x.se/b) I did a small thing: a sign | a sign
          https://x.se/b?c=d I did a small thing: a sign | a sign
          x.se I did a small thing: a sign | a sign
          I did a small thing： a sign | a sign
          Ｉ　ｄｉｄ　ａ　ｓｍａｌｌ　ｔｈｉｎｇ：a sign | a sign
          I did a  small\u00a0thing: a sign | a sign
          """)
  void whatFollowsThePhraseIsTheWin(String message, String text) {
    assertThat(WinPhrase.read(message.replace("\\u00a0", "\u00a0"))).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I did a small thing",
        "I did a small thing!",
        "I did a small thing…",
        "@U1 Jag gjorde en liten sak.",
        "*I did a small thing*",
        "I did a small thing: ",
        "“Jag gjorde en liten sak”"
      })
  void aPhraseAloneIsBareAndReadAsTheWholeMessage(String message) {
    assertThat(WinPhrase.read(message)).contains(message.strip());
    assertThat(WinPhrase.isBare(message)).isTrue();
    assertThat(WinPhrase.isBare(message + " a sign")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@",
        ":",
        "::::",
        "I did a small things: x",
        "I did a small thing's worth",
        "I did a smallthing: x",
        "I did a thing: x",
        "Todays I did a small thing: x",
        "Yesterday did I a small thing: x",
        "Gjorde jag en liten sak: x",
        "I dags gjorde jag en liten sak: x",
        "I gar gjorde jag en liten sak: x",
        "I didn't: I did a small thing",
        "Jag gjorde en liten saks: x",
        "Jag gjorde en liten",
        "I did a small thing\u0301: x",
        "2 I did a small thing",
        "#channel I did a small thing"
      })
  void otherWordsAreNoWin(String message) {
    assertThat(WinPhrase.read(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!subteam^S1|@x> <@U2|Anna Berg>, ",
        "<@U2|Åsa å-ä> <#C1> <#C1|x y> :tada: > ",
        "1. <@U2|I did> “"
      })
  void namesBeforeThePhraseAreSkippedAndThoseAfterItStay(String before) {
    assertThat(WinPhrase.read(before + "I did a small thing: thanked <@U2|Anna Berg> again"))
        .contains("thanked <@U2|Anna Berg> again");
  }

  @Test
  void linesThatFollowAreKeptAsLines() {
    assertThat(WinPhrase.read("I did a small thing:\n- one\n- two\n")).contains("- one\n- two");
    assertThat(WinPhrase.read("Jag gjorde en liten sak\n\nen skylt\noch en till"))
        .contains("en skylt\noch en till");
  }

  @Test
  void aDayIsReadInLettersOfEitherForm() {
    String apart =
        Normalizer.normalize("I går gjorde jag en liten sak: målade", Normalizer.Form.NFD);
    assertThat(WinPhrase.read(apart)).contains("målade");
  }

  @Test
  void lettersAreKeptComposed() {
    String apart =
        Normalizer.normalize("Jag gjorde en liten sak: målade dörr", Normalizer.Form.NFD);
    assertThat(WinPhrase.read(apart)).contains("målade dörr");
  }

  @Test
  void anyDecorationPhraseAndSeparatorComeApartAgain() {
    var random = new Random(2026);
    var before = List.of("", " ", "@U1 ", ":tada:", "\u00a0", "• ", "🎉", "> ", "- ", "1. ", "\n");
    var phrases = List.of("I did a small thing", "Jag gjorde en liten sak");
    var spaces = List.of(" ", "  ", "\u00a0", "\n", " \u200b");
    var between = List.of(":", ": ", ", ", " – ", "—", " - ", ". ", "\n", " ", " :\n");
    var rests = List.of("a sign", "Å", "7 doors", "x: y - z", "two\nlines", "«quoted» words");
    for (int round = 0; round < 20_000; round++) {
      var message = new StringBuilder();
      for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
        message.append(pick(random, before));
      }
      String[] words = pick(random, phrases).split(" ");
      for (int i = 0; i < words.length; i++) {
        message.append(i == 0 ? "" : pick(random, spaces)).append(anyCase(random, words[i]));
      }
      String rest = pick(random, rests);
      message.append(pick(random, between)).append(rest);
      boolean glued = message.toString().matches("(?s).*@U1(?! ).*");
      if (!glued) {
        assertThat(WinPhrase.read(message.toString())).as(message.toString()).contains(rest);
      }
    }
  }

  @Test
  void aHugeMessageOfNearMissesIsReadInOneGo() {
    for (String piece :
        List.of(":a", "@", ":", "1", "1. ", "*", "I did a small ", "🎉", "\u00a0")) {
      assertThat(WinPhrase.read(piece.repeat(200_000))).isEmpty();
    }
  }

  private static String pick(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String anyCase(Random random, String word) {
    var mixed = new StringBuilder();
    for (char letter : word.toCharArray()) {
      mixed.append(random.nextBoolean() ? Character.toUpperCase(letter) : letter);
    }
    return mixed.toString();
  }
}
