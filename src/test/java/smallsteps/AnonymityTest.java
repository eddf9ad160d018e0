package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A word of anonymity fails closed: it is heard, or asked about, and never passed over.
class AnonymityTest {
  private static final List<String> SPACES =
      List.of(
          " ", "\u00A0", "\u202F", "\u2000", "\u200A", "\u205F", "\u3000", "\u1680", "\u2028",
          "\u2029", "\t", "\n", "\u180E", "\u200B", "\u200E", "\u200F", "\u2060", "\uFEFF",
          "\u00AD", "\u202A", "\u2066", "\u034F", "\u3164", "\uFE0F");
  private static final List<String> SEPARATORS =
      List.of(
          "; ",
          ". ",
          "! ",
          "… ",
          ": ",
          "： ",
          "；",
          "．",
          "！",
          " – ",
          "—",
          " − ",
          "\u2011 ",
          ", ",
          ":\n",
          "..",
          " -\u00A0");
  private static final List<String> ENCLOSED =
      List.of(
          "- %s ",
          "• %s ",
          "🎈 %s ",
          "“%s” ",
          "\"%s\" ",
          "(%s) ",
          "[%s] ",
          "{%s} ",
          "*%s* ",
          "_%s_ ",
          "~%s~ ",
          "`%s` ",
          "*_%s:_* ",
          "«%s» ",
          "‹%s› ",
          "「%s」",
          "（%s）",
          "> %s ",
          "1. %s ",
          "#%s ",
          "@%s ",
          ":%s: ",
          "\u200E%s\u200E ",
          "\u2068%s\u2069 ");

  private static final String ORDINARY =
      """
      märkte städade fixade lagade hjälpte frågade ringde skrev läste ritade testade provade
      byggde bytte flyttade tog gav fick gick kom satte la lade ställde hängde köpte sålde
      bjöd bakade kokade kokte åt drack lyssnade pratade talade sa sade berättade visade
      förklarade lärde lärt övade tränade planerade bokade avbokade ändrade rättade
      uppdaterade raderade tömde öppnade stängde låste startade stoppade avslutade började
      fortsatte väntade tackade berömde uppmuntrade stöttade kramade log skrattade vilade
      pausade sov promenerade cyklade sprang tvättade diskade torkade sopade dammade putsade
      målade limmade skruvade spikade sågade anmälde anordnade ansökte använde antecknade
      andades angav anpassade ansvarade anslöt anlade analyserade annonserade anlitade anlände
      annan annat andra annars annorlunda automatiserade arkiverade avtackade
      enkla enkelt en ett ena egen eget hela helt hemma hemligheten hämtade hemifrån heldag
      helgen primära preventivt prydligt prövade presenterade provkörde
      protokollförde serverade sekreteraren sekunden sorterade signerade osäker osäkert
      ogillade obekväm oväntat ordnade namngav namnen namnet namnskylt nämnde nämnt namnsdag
      informerade installerade inspirerade inbjöd igår idag imorse inkom inköp innan
      konfigurerade kontaktade konverterade koordinerade konkret kollade kopplade mötte
      mailade mejlade städat fixat vattnade vi jag vår våra nya nytt
      labelled labeled cleaned fixed mended repaired helped asked called wrote read drew
      tested tried built changed moved took gave got went came put set hung bought sold
      invited baked cooked ate drank listened talked spoke said told showed explained learned
      practised practiced planned booked cancelled updated deleted emptied opened closed
      locked started stopped finished began continued waited thanked praised encouraged
      supported hugged smiled laughed rested paused slept walked cycled ran washed dried swept
      dusted painted glued screwed nailed sawed reported arranged applied used noted breathed
      adapted analysed analyzed announced another any anyone anything anyway and answered
      added admitted adjusted agreed archived automated annotated annoyed
      named renamed unified unlocked united unpacked unmuted unblocked unplugged
      designed assigned signed redesigned aligned second secured
      secure served sorted section sent selected several separate screened scripted sketched
      shared solved sprinted primed printed prioritised prevented previously presented
      privilege probed proved provided pirated planted pivoted rotated primary
      primarily confirmed confident configured consistent connected contacted coordinated
      converted counted congratulated nameplate names numbers needless restless nicer nobody
      incoming incorporated ignited inspected installed inspired introduced included mindless
       hemmed homely helmet heading my our the this that today yesterday we i a an one
      two first last
      """;

  private static final List<String> PLACES =
      List.of(
          "%s: bakade en kaka",
          "%s bakade en kaka",
          "%s, bakade en kaka",
          "%s – bakade en kaka",
          "(%s) bakade en kaka",
          "🎉 %s: bakade en kaka",
          "learned %s: to bake",
          "bakade en kaka (%s)",
          "bakade en kaka, %s",
          "bakade en kaka. %s!",
          "bakade en kaka – %s",
          "bakade en kaka\n%s",
          "bakade en kaka [%s] 🎉",
          "bakade en kaka %s");

  private static final String KINDRED =
      """
      anonymiserat / anonymiserad / anonymisera / anonymize / anonymized / anonymised / Anonymiserade
      dolt / dold / dolda / Dölj / fördolt / hidden / undercover / covertly / discreetly / diskret
      hush / Hysch / shh / shhh / psst / anon / ano / anom / --anon / -anon / -a / -A / --a
      namnlöst / namnlös / namelessly / nameless / hemligt / hemligen / secretly / privat / inkognito
      🤫 / 🤐 / 🕵 / 🕵️ / 🕵️‍♀️ / 🕵🏽‍♂️ / 🙊 / 🥷🏿 / :shushing_face: / :shushing_face::skin-tone-2:
      :zipper_mouth_face: / :sleuth_or_spy: / :female-detective::skin-tone-4: / :speak_no_evil:
      inget namn / inga namn / no names / no name please / without any name / utan namn, tack
      visa inte att det var jag / visa itne att det var jag / säg inte till någon att det var jag
      don't tell anyone it was me / dont tel anyone it was me / do not say who / don’t mention me
      nämn mig inte / nämn inget namn / jag vill inte synas / vill ej nämnas / inte mitt namn
      I don't want to be named / never mention my name / hide my name / hide that it was me
      dölj vem jag är / mitt namn får inte synas / my name must not be shown / keep me out of it
      leave my name out / håll mig utanför / håll det hemligt / keep it private / i smyg
      i lönndom / in private / under the radar / mellan oss / between you and me / no credit
      utan avsändare / säg inget / mum's the word / ingen behöver veta
      """;

  private static final String ABOUT_IT =
      """
      fixed the printer's name tag
      bokade rum och visade Anna hur man gör
      I told Anna about it
      told Anna about it
      skickade den anonymiserade enkäten till alla på hela kontoret igår kväll
      gjorde en hemlig plan och delade den med alla i teamet
      drog en dold kabel genom väggen i köket
      I wrote a private note to all of the new people
      lagade låset 🔒 på dörren
      put a 🕵 costume on the printer for the party
      the dog was walked - thanks Anna
      Ann: thanks for the help
      Anton: tack för hjälpen
      - a door was labelled
      -I helped Anna
      rensade inkorgen, inga mejl kvar
      no meeting today
      inget möte idag, jag bakade
      ingen visade mig hur, så jag läste manualen
      skrev en checklista, skickade till Anna
      changed the name of the channel
      döpte om kanalen till ett bättre namn
      let someone else speak first
      lät någon annan tala först
      asked who needs help
      skrev upp namnen på alla
      wrote down the names of all
      sa tack till någon som inte brukar få tack
      thanked someone who is never thanked
      kept the door open for everybody
      visade inte bara hur utan också varför
      """;

  /// Some hundred words with which people begin to tell of a small thing.
  static Stream<String> ordinary() {
    return ORDINARY.lines().flatMap(line -> Stream.of(line.split(" ")));
  }

  static Stream<String> decorated() {
    return Stream.of("anonymous", "Anonymously", "ANONYMT", "anonym", "ａｎｏｎｙｍｏｕｓ", "𝐚𝐧𝐨𝐧𝐲𝐦𝐭")
        .flatMap(word ->
            Stream.of(
                    SPACES.stream().map(space -> word + space),
                    SPACES.stream().map(space -> space + word + " "),
                    SPACES.stream().map(space -> space + word + space + space),
                    SEPARATORS.stream().map(separator -> word + separator),
                    ENCLOSED.stream().map(around -> around.formatted(word)))
                .flatMap(all -> all))
        .map(beginning -> beginning + "I cried");
  }

  @ParameterizedTest
  @MethodSource("decorated")
  void itIsHeardInAnyDecorationAndWithAnySpace(String typed) {
    assertThat(Anonymity.of(typed))
        .as(shown(typed))
        .extracting(of -> of instanceof Anonymity.Asked(String text) ? text : of)
        .asString()
        .matches("(?:1\\. |🎈 )?[\u202A\u2066]*I cried");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "learned anonymously: to ask",
        "anonymous learned: to ask",
        "I learned, anonymous: to ask",
        "lärde mig anonymt att fråga",
        "Lärdom, anonymt: att fråga",
        "<@U2|Anna Berg> anonymous: thanks",
        "<!subteam^S1> 🎉 anonymt tack"
      })
  void itIsHeardOnEitherSideOfWhatWasLearnedAndAfterNames(String typed) {
    assertThat(Anonymity.of(typed)).isInstanceOf(Anonymity.Asked.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annonymt: I cried",
        "anonymus I cried",
        "anonymos I cried",
        "anomna: jag grät",
        "anym: I cried",
        "hmelgi: jag grät",
        "sceert: I cried",
        "anynomous I cried",
        "nonymous I cried",
        "amonymt I cried",
        "anonynt I cried",
        "anonymousI cried",
        "annonymtjag grät",
        "anonymouuuus I cried",
        "a n o n y m o u s I cried",
        "a-n-o-n-y-m-t jag grät",
        "anony mous I cried",
        "an onymt jag grät",
        "anon I cried",
        "anonymisch ich weinte",
        "anonyme: j’ai pleuré",
        "anonyymi itkin",
        "anoniem huilde",
        "anónimo lloré",
        "anonimowo płakałem",
        "анонимно плакал",
        "аnоnуmоus I cried",
        "ανώνυμα έκλαψα",
        "匿名で泣いた",
        "an0nym0us I cried",
        "utan namn: jag grät",
        "utan mitt namn jag grät",
        "I hemlighet bakade jag",
        "(i hemlighet) bakade",
        "in secret: baked",
        "off the record: baked",
        "don't say who: baked",
        "nämn inte mig: bakade",
        "säg inte vem: bakade",
        "visa inte mitt namn bakade",
        "without my name I cried",
        "no name I cried",
        "hemligt: jag grät",
        "secret: I cried",
        "please anonymous I cried",
        "I anonymously cried",
        "I cried (anonymous)",
        "jag grät, anonymt",
        "I cried without my name"
      })
  void whatIsNearlyOneIsAskedAbout(String typed) {
    assertThat(Anonymity.of(typed)).isInstanceOf(Anonymity.Perhaps.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I labelled the door",
        "jag märkte upp dörren",
        "Anordnade fika",
        "Anmälde felet till driften",
        "Another sign",
        "annons ute för tjänsten",
        "Analysed the survey with Anna",
        "an online form is shorter now",
        "A non-urgent ticket closed",
        "named the printer",
        "enormous cake baked",
        "unanimous decision",
        "Nymålat i köket",
        "And on my way home I helped Anna",
        "",
        "🎉",
        "<@U2|anonymous> helped me"
      })
  void otherWordsAreNot(String typed) {
    assertThat(Anonymity.of(typed)).isEqualTo(new Anonymity.Named());
  }

  /// Wherever the word would stand, and however it is parted from what is said.
  static Stream<String> said() {
    return KINDRED
        .lines()
        .flatMap(line -> Stream.of(line.strip().split(" / ")))
        .flatMap(word -> PLACES.stream().map(place -> place.formatted(word)));
  }

  @ParameterizedTest
  @MethodSource("said")
  void whateverAsksForNoNameIsAskedAboutAtEitherEnd(String typed) {
    assertThat(Anonymity.of(typed)).as(shown(typed)).isNotEqualTo(new Anonymity.Named());
  }

  static Stream<String> aboutIt() {
    return ABOUT_IT.lines();
  }

  @ParameterizedTest
  @MethodSource("aboutIt")
  void whatIsSaidInTheMidstOfASentenceIsNotAskedAbout(String typed) {
    assertThat(Anonymity.of(typed)).isEqualTo(new Anonymity.Named());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dlot: bakade",
        "bakade – dodl",
        "anno: baked",
        "(hsuh) baked",
        "okänd: bakade",
        "bakade (unknown)",
        "tyst: bakade",
        "N.N., inget namn",
        "shhhhhhh baked",
        "-a: bakade",
        "bakade. -A",
        "anonymiserat",
        "🤫",
        "🎭 I cleaned",
        "I cleaned. Not to be attributed",
        "I cleaned. Please do not attribute this to me, thanks a lot everyone",
        "I cleaned but I don't want credit",
        "I cleaned, nobody should know",
        "no signature: I cleaned",
        "dolde en kabel",
        "anonymised the form"
      })
  void whatStandsApartOrFirstIsAskedAboutThoughItIsShort(String typed) {
    assertThat(Anonymity.of(typed)).isNotEqualTo(new Anonymity.Named());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous: ask for help",
        "dolt: be om hjälp",
        "🤫 be om hjälp",
        "be om hjälp (anonymt)",
        "be om hjälp – i hemlighet",
        "be om hjälp :shushing_face:",
        "-a be om hjälp",
        "don't tell anyone it was me: ask for help",
        "jag vill vara anonym: jag städade",
        "städade. Låt mig vara anonym!",
        "städade (låt mig vara anonym)",
        "jag städade anonymt",
        "jag städade men säg inte vem",
        "I cleaned. Please hide my name.",
        "I cleaned, do not tell anyone it was me",
        "I cleaned (please keep this anonymous)",
        "I want to stay anonymous. I cleaned",
        "I would like to remain anonymous",
        "I cleaned anonymously",
        "I cleaned. Please don't mention my name"
      })
  void whereTheNameStandsInAnyCaseItIsHeardAtEitherEnd(String typed) {
    assertThat(Anonymity.isAskedOf(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask for anonymous feedback",
        "be om anonyma svar",
        "Today, ask all of them for anonymous feedback",
        "ask for help"
      })
  void whereTheNameStandsInAnyCaseItMayBeSpokenOf(String typed) {
    assertThat(Anonymity.isAskedOf(typed)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void anOrdinaryFirstWordIsNotAskedAbout(String word) {
    assertThat(Anonymity.of(word + " the door")).isEqualTo(new Anonymity.Named());
  }

  private static String shown(String text) {
    return text.codePoints()
        .mapToObj(c -> c < 0x7F && c > 0x1F ? Character.toString(c) : "U+%04X".formatted(c))
        .toList()
        .toString();
  }
}
