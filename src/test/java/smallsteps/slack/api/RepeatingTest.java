package smallsteps.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.Sources;

/// What may be asked of Slack again, when, and after what.
class RepeatingTest {
  private static final Pattern METHOD =
      Pattern.compile(
          "\"((?:api|apps|auth|bots|chat|conversations|reactions|users|views)\\.[a-zA-Z.]+)\"");
  private static final Duration LOST = Duration.ofMinutes(5);

  /// As the sources name them.
  @Test
  void everyMethodThatIsUsedIsInTheRuleAndNoOther() {
    Set<String> used =
        Sources.in(Sources.MAIN.resolve("slack")).stream()
            .filter(file -> !file.endsWith("Repeating.java"))
            .flatMap(file -> METHOD.matcher(Sources.text(file)).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(Repeating.METHODS).containsOnlyKeys(used);
  }

  @Test
  void aMethodThatIsNotInTheRuleIsNotCalled() {
    assertThatThrownBy(() -> Repeating.of("chat.scheduleMessage"))
        .hasMessageContaining("chat.scheduleMessage");
  }

  @ParameterizedTest
  @CsvSource({"chat.delete, true", "chat.postMessage, false", "views.open, false"})
  void ofALostAnswerOnlyWhatDoesNoHarmTwiceIsRepeatedAtOnce(String method, boolean isRepeated) {
    assertThat(Repeating.of(method).mayRepeat(new Answer.Unsure<>("SocketTimeoutException")))
        .isEqualTo(isRepeated);
    assertThat(Repeating.of(method).mayRepeat(new Answer.NotSent<>("ConnectException"))).isTrue();
    assertThat(Repeating.of(method).mayRepeat(new Answer.Refused<>("not_in_channel"))).isFalse();
    assertThat(Repeating.of(method).mayRepeat(new Answer.Ok<>(""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SocketTimeoutException, true, 300",
    "EOFException, true, 300",
    "unreadable, true, 300",
    "http_504, true, 300",
    "http_500, true, 3",
    "internal_error, true, 3",
    "http_503, false, 60",
    "SocketTimeoutException, false, 300"
  })
  void aPostIsMadeAgainOnlyWhenTheFirstCanNoLongerArrive(
      String problem, boolean isWaitedFor, long seconds) {
    assertThat(Repeating.untilRepeated(problem, isWaitedFor, LOST)).hasSeconds(seconds);
  }

  @Test
  void whatGoesOnFailingIsTriedMoreAndMoreSeldomAndNeverStops() {
    var pauses = IntStream.range(0, 40).mapToObj(Repeating::untilNextTry).toList();
    assertThat(pauses).isSorted();
    assertThat(pauses.getFirst()).isLessThan(Duration.ofMinutes(1));
    assertThat(pauses.getLast()).isLessThan(smallsteps.outbox.Outbox.LONGEST_PAUSE);
  }
}
