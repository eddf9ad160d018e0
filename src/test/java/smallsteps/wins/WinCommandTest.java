package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.wins.WinsAndReactions.said;

import com.slack.api.model.view.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.outbox.Owed;

class WinCommandTest {
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
  }

  @Test
  void whatIsTypedIsKeptBeforeItIsPosted() {
    Reply reply = scene.types("U1", WinsAndReactions.EN, "I labelled <!channel> & the door");
    assertThat(scene.texts()).containsExactly("I labelled <!channel> & the door");
    assertThat(said(reply)).startsWith("Thank you! It’s saved.");
    Owed post = onlyWaiting();
    assertThat(post.content().text())
        .isEqualTo(
            """
            <@U1> gjorde en liten sak: I labelled &lt;!channel&gt; &amp; the door
            Har du också gjort det? Tryck på ”Jag gjorde det också”.\
            """);
    assertThat(post.metadata().eventType()).isEqualTo("smallsteps_win");
    assertThat(post.metadata().payload()).containsOnlyKeys("source_id");
    assertThat(post.mayStandSince()).isNull();
  }

  @Test
  void onceItIsPostedReactionsBelongToIt() {
    post("a sign").done("1763884800.000900");
    assertThat(scene.wins.isWin(WinsAndReactions.message("1763884800.000900"))).isTrue();
    scene.now = scene.now.plus(Duration.ofHours(1));
    assertThat(scene.posts()).isEmpty();
  }

  @Test
  void theSameThingTypedTwiceIsTwoSmallThings() {
    scene.types("U1", WinsAndReactions.EN, "watered the plants");
    scene.types("U1", WinsAndReactions.EN, "watered the plants");
    assertThat(scene.texts()).hasSize(2);
  }

  @Test
  void whatSlackDidNotTakeIsPostedLater() {
    post("a sign").notSent(Duration.ZERO);
    Owed again = onlyWaiting();
    assertThat(again.mayStandSince()).isNull();
    assertThat(scene.posts()).isEmpty();
    again.notSent(Duration.ZERO);
    onlyWaiting().done("1763884800.000900");
    assertThat(scene.posts()).isEmpty();
    assertThat(scene.wins.isWin(WinsAndReactions.message("1763884800.000900"))).isTrue();
  }

  @Test
  void afterACrashItIsLookedForBeforeItIsPostedAgain() {
    Instant first = scene.now;
    scene.types("U1", WinsAndReactions.EN, "a sign");
    onlyWaiting();
    assertThat(scene.posts()).isEmpty();
    scene.now = first.plusSeconds(121);
    Owed second = onlyWaiting();
    assertThat(second.mayStandSince()).isEqualTo(first);
    second.notSent(Duration.ZERO);
    assertThat(onlyWaiting().mayStandSince()).isEqualTo(first);
    scene.now = first.plusSeconds(300);
    assertThat(onlyWaiting().mayStandSince()).isEqualTo(first);
  }

  @Test
  void aLostPostThatWasNotSeenIsLookedForOnceMoreBeforeItIsTriedAgain() {
    Instant lost = scene.now;
    post("a sign").lost();
    scene.now = lost.plusSeconds(5);
    Owed again = onlyWaiting();
    assertThat(again.mayStandSince()).isEqualTo(lost);
    assertThat(again.mayGoOut()).isFalse();
  }

  @Test
  void aRefusedOrUncertainPostIsNotTriedAgainAndTheWinStays() {
    post("one").refused("not_in_channel");
    post("two").unsure("timeout");
    scene.now = scene.now.plus(Duration.ofHours(1));
    assertThat(scene.posts()).isEmpty();
    assertThat(scene.texts()).containsExactly("one", "two");
    assertThat(scene.exports("U1")).extracting("post_state").containsExactly("refused", "unsure");
  }

  @Test
  void aLongTextIsKeptWholeAndShownShort() {
    String text = "🌱".repeat(11_000);
    Reply reply = scene.types("U1", WinsAndReactions.EN, text);
    Owed post = onlyWaiting();
    assertThat(said(reply)).startsWith("Thank you! All of it is saved");
    assertThat(scene.texts()).containsExactly(text);
    assertThat(post.content().text()).hasSizeLessThan(4_200).contains("🌱…\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous asked for help",
        "ANONYMT: asked for help",
        "anonym – asked for help",
        "anonymously, I did a small thing: asked for help"
      })
  void saidAnonymouslyItHasNoAuthor(String typed) {
    Reply reply = scene.types("U1", WinsAndReactions.EN, typed);
    assertThat(scene.texts()).containsExactly("asked for help");
    assertThat(onlyWaiting().content().text())
        .startsWith("En liten sak, delad anonymt: asked for help\n");
    assertThat(said(reply)).contains("Your name is not saved anywhere");
    assertThat(scene.exports("U1")).isEmpty();
    assertThat(said(scene.types("U1", WinsAndReactions.EN, "mine"))).startsWith("You haven’t");
    assertThat(said(scene.types("U2", WinsAndReactions.EN, "list")))
        .contains("shared anonymously: asked for help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lärde mig", "Learned:", "i learned that", "anonymt lärdom", "lärde mig att"})
  void learnedAloneOpensTheModalWithThatChosen(String typed) {
    View view =
        WinsAndReactions.only(Reply.OpenView.class, scene.types("U1", WinsAndReactions.EN, typed))
            .view();
    assertThat(view.getBlocks().toString())
        .containsPattern("initialOption=OptionObject\\([^)]*\\)[^)]*value=learned");
    assertThat(scene.texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lst, list",
    "lsita, lista",
    "minna, mina",
    "hlep, help",
    "instälningar, inställningar"
  })
  void aMistypedWordIsNotKeptAndTheRightOneIsNamed(String typed, String meant) {
    Reply reply = scene.types("U1", WinsAndReactions.EN, typed);
    assertThat(said(reply)).contains("`/smallthing " + meant + "`", "Nothing was saved");
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void anonymousAloneOpensTheModalWithTheChoiceMade() {
    View view =
        WinsAndReactions.only(
                Reply.OpenView.class, scene.types("U1", WinsAndReactions.EN, "anonymt"))
            .view();
    assertThat(view.getBlocks().toString()).contains("initialOptions=[OptionObject");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learned: forms need a date | learned | forms need a date",
        "Lärde: en sak | learned | en sak",
        "Lärdom: en sak | learned | en sak",
        "lärde mig att fråga först | learned | lärde mig att fråga först",
        "I learned to ask first | learned | I learned to ask first",
        "learnedness is a word | did | learnedness is a word",
        "anonymt lärde: en sak | learned | en sak",
        "read out the anonymised form to them all | did | read out the anonymised form to them all"
      })
  void whatOneLearnedIsKeptAsSuch(String typed, String kind, String text) {
    scene.types("U1", WinsAndReactions.EN, typed);
    Win win = scene.wins.ofAll(null, null, null).getFirst();
    assertThat(win.kind()).isEqualTo(kind);
    assertThat(win.text().kept()).isEqualTo(text);
  }

  @Test
  void nothingTypedOpensTheModal() {
    assertThat(
            WinsAndReactions.only(Reply.OpenView.class, scene.types("U1", WinsAndReactions.EN, ""))
                .view())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "LISTA", "Lista"})
  void theChannelsLatestComeLatestFirst(String typed) {
    IntStream.rangeClosed(1, 12)
        .forEach(
            n -> scene.says("U1", (1763884800 + n) + ".000100", "I did a small thing: no " + n));
    String answer = said(scene.types("U2", WinsAndReactions.EN, typed));
    assertThat(answer.lines().toList())
        .hasSize(11)
        .startsWith(
            "The 10 latest small things here:",
            "• 23 Nov 2025, <@U1>: no 12",
            "• 23 Nov 2025, <@U1>: no 11");
    assertThat(said(scene.types("U2", WinsAndReactions.SV, typed)))
        .contains("• 23 nov. 2025, <@U1>: no 12");
    assertThat(said(scene.typesIn("C2", "U2", WinsAndReactions.EN, typed))).startsWith("Nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "mina", "Mina"})
  void myOwnComeFromEveryChannel(String typed) {
    scene.says("U1", "1763884800.000100", "I did a small thing: a\n<sign>");
    scene.says("U2", "1763884801.000100", "I did a small thing: other");
    assertThat(said(scene.typesIn("C2", "U1", WinsAndReactions.EN, typed)))
        .isEqualTo("Your latest small thing:\n• 23 Nov 2025, <@U1> in <#C1>: a &lt;sign&gt;");
    assertThat(said(scene.types("U3", WinsAndReactions.SV, typed))).startsWith("Du har inte");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"find mårdar", "sök MÅRDAR", "so\u0308k ma\u030Ardar", "hitta mardar", "sok mard"})
  void aSearchForgivesDotsAndRings(String typed) {
    scene.says("U1", "1763884800.000100", "I did a small thing: räknade mårdar");
    scene.says("U1", "1763884801.000100", "I did a small thing: räknade ekorrar");
    assertThat(said(scene.types("U2", WinsAndReactions.EN, typed)))
        .contains("räknade mårdar")
        .doesNotContain("ekorrar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ｄｏｏｒ", "ＤＯＯＲ", "door", "do\u0308or"})
  void whatWasWrittenInOtherLettersIsFoundByItsPlainForm(String written) {
    scene.says("U1", "1763884800.000100", "I did a small thing: oiled the " + written + " ﬁrst");
    assertThat(said(scene.types("U2", WinsAndReactions.EN, "find door"))).contains("oiled the");
    assertThat(said(scene.types("U2", WinsAndReactions.EN, "find first doo")))
        .contains("oiled the");
    assertThat(said(scene.types("U2", WinsAndReactions.EN, "find ｄｏｏｒ"))).contains("oiled the");
  }

  @Test
  void exactLettersComeFirst() {
    scene.says("U1", "1763884800.000100", "I did a small thing: tåg");
    for (int n = 1; n < 6; n++) {
      scene.says("U1", "176388481" + n + ".000100", "I did a small thing: tag tag " + n);
    }
    assertThat(found("tåg").getFirst()).isEqualTo("tåg");
    assertThat(found("TÅG").getFirst()).isEqualTo("tåg");
    assertThat(found("tag").getFirst()).startsWith("tag");
    assertThat(found("tag")).hasSize(6);
  }

  @Test
  void aSearchSeesThisChannelAndMyOwnOnly() {
    scene.says("U1", "1763884800.000100", "I did a small thing: sign");
    assertThat(said(scene.typesIn("C2", "U1", WinsAndReactions.EN, "find sign")))
        .contains("in <#C1>: sign");
    assertThat(said(scene.typesIn("C2", "U2", WinsAndReactions.EN, "find sign")))
        .startsWith("I found no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "sök", "find \"", "find * - ( :", "hitta ^"})
  void aSearchForNothingSaysHowToSearch(String typed) {
    assertThat(said(scene.types("U1", WinsAndReactions.EN, typed)))
        .startsWith("What are you looking for?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"find NOT AND OR", "find NEAR(a, b)", "find text: x", "find a* OR", "find \"x"})
  void theSearchKnowsNoLanguageOfItsOwn(String typed) {
    assertThat(said(scene.types("U1", WinsAndReactions.EN, typed))).startsWith("I found no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "hjälp", "HJALP", "?"})
  void helpSaysWhatOneCanType(String typed) {
    assertThat(said(scene.types("U1", WinsAndReactions.SV, typed)))
        .contains("/smallthing lista", "ORD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list the rooms on the door", "mina kollegor fick en skylt", "helped Anna"})
  void aSentenceThatBeginsLikeACommandIsASmallThing(String typed) {
    scene.types("U1", WinsAndReactions.EN, typed);
    assertThat(scene.texts()).containsExactly(typed);
  }

  @Test
  void everyAnswerIsThereInBothLanguages() {
    for (Language language : List.of(WinsAndReactions.SV, WinsAndReactions.EN)) {
      for (String typed : List.of("help", "list", "mine", "find x", "find")) {
        assertThat(said(scene.types("U1", language, typed))).isNotBlank();
      }
    }
  }

  private Owed post(String text) {
    scene.types("U1", WinsAndReactions.EN, text);
    return onlyWaiting();
  }

  private Owed onlyWaiting() {
    List<Owed> posts = scene.posts();
    assertThat(posts).hasSize(1);
    return posts.getFirst();
  }

  private List<String> found(String word) {
    return scene.wins.find(WinsAndReactions.user("U2"), "C1", List.of(word), 10).stream()
        .map(win -> win.text().kept())
        .toList();
  }
}
