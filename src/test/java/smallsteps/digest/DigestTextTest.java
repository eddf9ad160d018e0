package smallsteps.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smallsteps.Language;
import smallsteps.Said;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

class DigestTextTest {
  private static final Language ENGLISH = new Language("en");
  private final DigestText text =
      new DigestText(
          Words.load(ConfigFiles.packed(), ENGLISH).in(ENGLISH), number -> "Title " + number);

  @Test
  void peopleAreCountedFromFiveUp() {
    assertThat(text.intro(week(4, 2, entry("did", 1, "x")))).doesNotContain("people", "first time");
    assertThat(text.intro(week(5, 0, entry("did", 1, "x"))))
        .contains("5 people")
        .doesNotContain("first time");
    assertThat(text.intro(week(6, 1, entry("did", 1, "x")))).contains("6 people", "One of them");
    assertThat(text.intro(week(6, 3, entry("did", 1, "x")))).contains("3 of them");
  }

  @Test
  void aMonthIsNamedOnceWhereBothDaysAreInIt() {
    assertThat(text.intro(week("2026-11-27T14:00:00Z", 1, 0)))
        .contains("between 20 and 27 November:");
    assertThat(text.intro(week("2026-12-04T14:00:00Z", 1, 0)))
        .contains("between 27 November and 4 December:");
    assertThat(text.intro(week("2026-11-30T23:30:00Z", 1, 0))) // December in Stockholm
        .contains("between 24 November and 1 December:");
  }

  @Test
  void whatWasDoneStandsByPrincipleAndTheRestLast() {
    String done =
        text.done(week(1, 0, entry("did", null, "c"), entry("did", 5, "b"), entry("did", 2, "a")));
    assertThat(done)
        .isEqualTo(
            """
            *This is what we did*
            _Principle 2: Title 2_
            • a
            _Principle 5: Title 5_
            • b
            _No principle in particular_
            • c\
            """);
  }

  @Test
  void learnedHasAsMuchRoomAsDone() {
    Entry[] both =
        IntStream.range(0, 60)
            .mapToObj(i ->
                Stream.of(entry("did", 1, "d".repeat(150)), entry("learned", 1, "l".repeat(150))))
            .flatMap(both2 -> both2)
            .toArray(Entry[]::new);
    Week week = week(1, 0, both);
    assertThat(lines(text.learned(week))).isEqualTo(lines(text.done(week))).isGreaterThan(5);
    assertThat(text.done(week)).contains("more: type `/smallthing list`");
  }

  @Test
  void whatOneLeavesTheOtherMayHave() {
    Entry[] done =
        IntStream.range(0, 60)
            .mapToObj(_ -> entry("did", 1, "d".repeat(150)))
            .toArray(Entry[]::new);
    assertThat(lines(text.done(week(1, 0, done)))).isGreaterThan(15);
    assertThat(text.learned(week(1, 0, done))).contains("just as welcome");
  }

  @Test
  void noLineIsMarkupAndNoneIsLong() {
    String done = text.done(week(1, 0, entry("did", 1, "<!channel>\n" + "x".repeat(500))));
    assertThat(done).contains("&lt;!channel&gt; xxx").contains("…");
    assertThat(done.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(220);
  }

  @Test
  void anIdeaThatManyFollowedIsStillShort() {
    List<Said> also = IntStream.range(0, 50).mapToObj(i -> new Said("followed " + i)).toList();
    var followed = new Entry(new Said("x"), "did", 1, "1.1", Map.of("tada", 9), null, also);
    assertThat(text.done(week(1, 0, followed)))
        .contains("• x  :tada: 9", "also: followed 2")
        .doesNotContain("followed 3");
  }

  private static long lines(String part) {
    return part.lines().filter(line -> line.startsWith("• ")).count();
  }

  private static Entry entry(String kind, Integer principle, String said) {
    return new Entry(new Said(said), kind, principle, "1.1", Map.of(), null, List.of());
  }

  private static Week week(int people, int newcomers, Entry... entries) {
    return week("2026-11-27T14:00:00Z", people, newcomers, entries);
  }

  private static Week week(String end, int people, int newcomers, Entry... entries) {
    Instant until = Instant.parse(end);
    return new Week(
        until.minusSeconds(7 * 86_400),
        until,
        ZoneId.of("Europe/Stockholm"),
        List.of(entries),
        new Week.Tally(48, entries.length, 0),
        people,
        newcomers,
        List.of());
  }
}
