package smallsteps.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;

import com.google.gson.JsonSyntaxException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import smallsteps.Content;
import smallsteps.User;

/// Slack's client throws in the middle of a call: what no Slack at the other end of a line can make
/// it do at will.
class BrokenCallsTest {
  private static final User ALVA = new User("T1", "U1");
  private static final Content WORDS = Content.of("jag vågade fråga");
  private static final View FORM = View.builder().type("modal").blocks(List.of()).build();
  private static final String PAGE = "<html>jag vågade fråga</html>";

  private final MockedSlack slack = new MockedSlack(() -> Instant.EPOCH);
  private final WebApi api = new WebApi(slack.calls);

  static Stream<Throwable> neverSent() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new UnknownHostException("slack.com"),
        new NoRouteToHostException(),
        new SocketTimeoutException("Connect timed out"));
  }

  @ParameterizedTest
  @MethodSource("neverSent")
  void whatNeverLeftTheMachineIsAskedAgainAlsoWhereTwiceWouldShow(Throwable thrown)
      throws Exception {
    throwsOnce("chat.postEphemeral", thrown);

    assertThat(api.postOnlyFor(ALVA, "C1", WORDS)).isInstanceOf(Answer.Ok.class);
    slack.verifyCalls("chat.postEphemeral", 2);
  }

  static Stream<Arguments> brokenOff() {
    return Stream.of(
        Arguments.of(new EOFException("unexpected end of stream"), "EOFException"),
        Arguments.of(new SocketException("Connection reset"), "SocketException"),
        Arguments.of(new SocketTimeoutException("timeout"), "SocketTimeoutException"),
        Arguments.of(page(502), "http_502"),
        Arguments.of(page(200), "http_200"),
        Arguments.of(new JsonSyntaxException(PAGE), Answer.UNREADABLE),
        Arguments.of(new IllegalStateException(PAGE), Answer.UNREADABLE),
        Arguments.of(new StackOverflowError(), Answer.UNREADABLE));
  }

  @ParameterizedTest
  @MethodSource("brokenOff")
  void whatBrokeOffIsToldToBeUnsureAndAskedAgainOnlyWhereTwiceIsOnce(
      Throwable thrown, String problem) throws Exception {
    throwsOnce("chat.postEphemeral", thrown);
    throwsOnce("views.update", thrown);

    assertThat(api.postOnlyFor(ALVA, "C1", WORDS)).isEqualTo(new Answer.Unsure<>(problem));
    slack.verifyCalls("chat.postEphemeral", 1);
    assertThat(api.updateView("V1", FORM)).isInstanceOf(Answer.Ok.class);
    slack.verifyCalls("views.update", 2);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "soon, 1", "'', 1"})
  void aPageThatSaysTooMuchIsWaitedForAsLongAsItAsks(String asked, long seconds) throws Exception {
    throwsOnce("chat.postEphemeral", page(429, asked));
    long before = slack.time.nanoTime();

    assertThat(api.postOnlyFor(ALVA, "C1", WORDS)).isInstanceOf(Answer.Ok.class);
    assertThat(slack.time.nanoTime() - before).isEqualTo(seconds * 1_000_000_000);
  }

  @Test
  @ResourceLock(Resources.SYSTEM_ERR)
  void theLogNamesWhatBrokeAndRepeatsNoWordOfIt() throws Exception {
    throwsOnce("chat.postEphemeral", new JsonSyntaxException(PAGE));
    throwsOnce("chat.postMessage", page(502));
    PrintStream before = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      api.postOnlyFor(ALVA, "C1", WORDS);
      api.postTo(ALVA, WORDS);
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("chat.postEphemeral", "JsonSyntaxException")
        .doesNotContain("vågade");
  }

  private void throwsOnce(String method, Throwable thrown) throws Exception {
    slack.comesTo(doThrow(thrown).doReturn(MockedSlack.answer("{\"ok\": true}")), method);
  }

  private static SlackApiException page(int status) {
    return page(status, "");
  }

  private static SlackApiException page(int status, String retryAfter) {
    var answer =
        new Response.Builder()
            .request(new Request.Builder().url("https://slack.com/api/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .header("Retry-After", retryAfter)
            .build();
    return new SlackApiException(answer, PAGE);
  }
}
