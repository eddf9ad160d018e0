package smallsteps.principles;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.principles.PrincipleRoom.EN;
import static smallsteps.principles.PrincipleRoom.SV;
import static smallsteps.principles.PrincipleRoom.buttonValues;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;

class PrincipleGrammarTest {
  private final PrincipleRoom room = new PrincipleRoom();

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3                         | 3
          7                         | 7
          3.                        | 3
          #3                        | 3
          03                        | 3
          ３                        | 3
          nr 3                      | 3
          no 3                      | 3
          No. 3                     | 3
          princip 3                 | 3
          Princip nr 3              | 3
          principle 3               | 3
          principle-3               | 3
          show 3                    | 3
          three                     | 3
          Tre                       | 3
          två                       | 2
          tva                       | 2
          TVÅ                       | 2
          tredje principen          | 3
          the sixth principle       | 6
          experiment                | 3
          Experimentera och iterera | 3
          experiment and iterate    | 3
          iterera                   | 3
          iterate                   | 3
          itererar                  | 3
          mångfald                  | 4
          MÅNGFALD                  | 4
          mangfald                  | 4
          diversity                 | 4
          principen om mångfald     | 4
          bejaka mångfald           | 4
          vara inkluderande         | 4
          teknikens möjligheter     | 7
          möjligheter teknikens     | 7
          teknikens mojligheter     | 7
          technology                | 7
          teknik                    | 7
          "teknikens möjligheter"   | 7
          hjärtat                   | 5
          HJARTAT                   | 5
          bry oss om människor      | 5
          care about people         | 5
          people's                  | 2
          arbeta öppet              | 1
          openly                    | 1
          optimistiskt              | 1
          praktiken                 | 2
          göra saker                | 2
          practice                  | 2
          gränsöverskridande        | 6
          boundaries                | 6
          tankesmedjor              | 6
          civil society             | 6
          landsgränser              | 6
          Yrkesgrupper              | 6
          tjänstedesigntänkande     | 3
          tänkande i allt vi gör    | 3
          små, genomtänkta steg     | 2
          small, considered steps   | 2
          2000-talet                | 7
          21st century              | 7
          ödmjukhet                 | 3
          failures                  | 3
          grupptänkande             | 4
          dela erfarenhet           | 6
          share experiences         | 7
          """)
  void aNumberOrWordsOfATitleOrTextShowThatPrincipleInEitherLanguage(String typed, int number) {
    for (Language language : List.of(SV, EN)) {
      assertThat(room.shown(typed, language).text()).contains(whole(number, language));
      assertThat(room.shown(decomposed(typed), language)).isEqualTo(room.shown(typed, language));
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "iterrera, 3",
    "itereera, 3",
    "experimnt, 3",
    "expreiment, 3",
    "mångfallt, 4",
    "mangfallt, 4",
    "mångfalden, 4",
    "divercity, 4",
    "diveristy, 4",
    "teknikens möjlighter, 7",
    "tecknology, 7",
    "grensöverskridande, 6",
    "bounderies, 6",
    "prakitken, 2",
    "hjertat, 5",
    "iteration, 3",
    "misslyckas, 3",
    "öppenhet, 1",
    "digitalisering, 7"
  })
  void aMisspeltWordShowsTheNearestAndSaysSo(String typed, int number) {
    assertThat(room.shown(typed, SV).text())
        .startsWith("Närmaste träff för ”" + typed + "”:")
        .contains(whole(number, SV));
    assertThat(room.shown(decomposed(typed), EN).text())
        .startsWith("Nearest match for “")
        .contains(whole(number, EN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "8", "99", "-1", "−1", "nr -3", "åtta", "zero", "123456789012345678"})
  void aNumberThatNoneHasIsToldThatThereAreSeven(String typed) {
    assertThat(room.shown(typed, SV).text())
        .startsWith("Det finns sju principer")
        .contains("/principle help");
    assertThat(room.shown(typed, EN).text()).startsWith("There are seven principles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "lista",
        "LISTA",
        "all",
        "alla",
        "lista alla",
        "principerna",
        "visa lista"
      })
  void listShowsTheSevenTitlesWithAButtonEach(String typed) {
    Content list = room.shown(typed, SV);
    assertThat(list.text())
        .contains(room.principles.all(SV).stream().map(Principle::heading).toList());
    assertThat(buttonValues(list)).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "Slump", "slumpa", "random principle"})
  void randomShowsAnyOneInFull(String typed) {
    assertThat(room.shown(typed, SV).text()).contains(whole(7, SV));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "hjälp", "hjalp", "HJÄLP", "?", "??", "help me", "hjälp share"})
  void helpSaysWhatOneMayTypeAndWhoseWordsTheyAre(String typed) {
    assertThat(room.shown(decomposed(typed), SV).text())
        .startsWith("Så läser du")
        .contains("list", "lista", "random", "slump", "share 3", "dela 3", "help", "hjälp")
        .contains("One Team Gov Sverige, efter One Team Government")
        .contains("https://oneteamgov.se/v%C3%A5ra-principer");
    assertThat(room.shown(typed, EN).text())
        .startsWith("How to read")
        .contains("One Team Gov Sverige, after One Team Government");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "randm, random",
    "slmupa, random",
    "lisst, list",
    "hepl, help",
    "hlep, help",
    "shaer 3, share"
  })
  void aMisspeltSubWordIsAskedAboutWithTheHelp(String typed, String subWord) {
    assertThat(room.shown(typed, EN).text())
        .startsWith("I didn’t understand “" + typed + "”.")
        .contains("Did you mean `/principle " + subWord + "`?")
        .contains("How to read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwxzy", "1-7", "3.5", "3 4", "!!!", ":wave:", "🌱", "<!channel>"})
  void whatIsNotUnderstoodGetsTheHelp(String typed) {
    assertThat(room.shown(typed, EN).text())
        .startsWith("I didn’t understand “")
        .contains("How to read")
        .doesNotContain("<!");
  }

  @Test
  void aSentenceWithAWordOfOnePrincipleIsAskedAbout() {
    Content answer = room.shown("what do you think of diversity, then", EN);
    assertThat(answer.text())
        .contains("Did you mean 4. Embrace diversity and be inclusive?")
        .contains("How to read");
    assertThat(buttonValues(answer)).containsExactly("4");
  }

  @Test
  void whatWasTypedIsRepeatedShortAndOnOneLine() {
    String answer = room.shown("xq\n".repeat(500), EN).text();
    assertThat(answer.lines().findFirst().orElseThrow()).hasSizeLessThan(100);
  }

  @Test
  void aTitleGoesBeforeATextAndTheOthersGetButtons() {
    Content answer = room.shown("arbeta", SV);
    assertThat(answer.text()).contains(whole(6, SV)).contains("Passar också: 1. Arbeta");
    assertThat(buttonValues(answer)).startsWith("1").doesNotContain("6");
  }

  @Test
  void exactLettersGoBeforeForgivenOnes() {
    assertThat(room.shown("för", SV).text()).isNotEqualTo(room.shown("for", SV).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"share", "dela", "SHARE"})
  void shareAloneIsAskedWhich(String typed) {
    assertThat(room.shown(typed, EN).text()).startsWith("Which principle do you want to share?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"share mångfallt", "dela design och människor", "share we", "share qwxzy"})
  void whatIsNotCertainIsNotShared(String typed) {
    assertThat(room.shown(typed, EN).text()).contains("nothing was shared");
  }

  @ParameterizedTest
  @ValueSource(strings = {"share 8", "dela 0", "share -1"})
  void aNumberThatNoneHasIsNotShared(String typed) {
    assertThat(room.shown(typed, EN).text()).startsWith("There are seven principles");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "share 3, 3",
    "dela 3, 3",
    "Share principle 3, 3",
    "dela nr 3, 3",
    "share three, 3",
    "share iterera, 3",
    "dela mangfald, 4",
    "share random, 7",
    "dela slump, 7"
  })
  void sharePostsItInTheChannelsLanguageAndTellsTheAsker(String typed, int number) {
    assertThat(room.typed(typed, SV))
        .isInstanceOfSatisfying(
            Reply.All.class,
            all -> {
              var told = (Reply.OnlyYou) all.replies().get(0);
              var owed = room.owed().getLast();
              assertThat(told.content().text())
                  .startsWith(
                      "Jag delar princip "
                          + number
                          + ", "
                          + room.principles.get(number, SV).title());
              assertThat(owed.channelId()).isEqualTo("C1");
              assertThat(owed.post().threadTs()).isNull();
              assertThat(owed.content().text())
                  .startsWith(whole(number, EN))
                  .contains("Shared by <@U1>.");
              assertThat(buttonValues(owed.content())).isEmpty();
            });
  }

  private String whole(int number, Language language) {
    Principle principle = room.principles.get(number, language);
    return principle.heading() + "\n\n" + principle.text();
  }

  private static String decomposed(String typed) {
    return typed
        .lines()
        .map(l -> Normalizer.normalize(l, Normalizer.Form.NFD))
        .collect(Collectors.joining("\n"));
  }
}
