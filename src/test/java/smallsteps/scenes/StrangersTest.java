package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who calls and is not Slack: what they get, and what they can't take.
@Timeout(600)
class StrangersTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/livez", "/readyz", "/metrics"})
  void headIsAnsweredWhereGetIs(String path) throws Exception {
    try (var scene = new Scene(Scene.Transport.SOCKET_MODE)) {
      HttpResponse<String> head = send(scene, path, "HEAD", "");

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("Content-Type"))
          .isEqualTo(send(scene, path, "GET", "").headers().firstValue("Content-Type"));
      assertThat(send(scene, path, "POST", "").headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
  }

  @Test
  void aRevokedTokenMakesTheBotUnreadyAndLeavesItAlive() throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP)) {
      assertThat(send(scene, "/readyz", "GET", "").statusCode()).isEqualTo(200);
      scene.workspace.faults().refuse("users.info", "token_revoked", 100);
      scene.alva.command(scene.channel, "/principle");
      scene.illHealth();

      assertThat(send(scene, "/readyz", "GET", "").statusCode()).isEqualTo(503);
      assertThat(send(scene, "/livez", "GET", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void slacksLookAtTheCertificateIsAnsweredUnsignedAndLetsNothingElseThrough() throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP)) {
      assertThat(send(scene, "/slack/events", "POST", "ssl_check=1&token=x").statusCode())
          .isEqualTo(200);
      for (String more :
          List.of(
              "ssl_check=1&token=x&command=%2Fsmallthing&text=fed+the+bird",
              "command=%2Fsmallthing&text=fed+the+bird&ssl_check=1",
              "ssl_check=1&payload=%7B%7D",
              "ssl_check=0&token=x",
              "token=x")) {
        assertThat(send(scene, "/slack/events", "POST", more).statusCode()).isEqualTo(401);
      }
      assertThat(scene.exported()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoSendsTooMuchReadsThatItIsTooMuchHoweverTheySendIt(boolean isAnnounced) throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP);
        var socket = socket(scene)) {
      String length =
          isAnnounced ? "Content-Length: " + 20 * MEBIBYTE : "Transfer-Encoding: chunked";
      write(socket, forged(length));
      String piece = "x".repeat(MEBIBYTE);
      for (int i = 0; i < 20; i++) {
        write(socket, isAnnounced ? piece : "100000\r\n" + piece + "\r\n");
      }

      assertThat(answer(socket))
          .startsWith("HTTP/1.1 413")
          .contains("Connection: close", "The request is larger than 1048576 bytes.");
    }
  }

  @Test
  void whoIsNotSlackIsAnsweredOnceAndThenTheConnectionIsClosed() throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP);
        var socket = socket(scene)) {
      write(socket, "GET /nothing HTTP/1.1\r\nHost: bot\r\n\r\n".repeat(3));

      assertThat(answer(socket)).containsOnlyOnce("HTTP/1.1 404").contains("Connection: close");
    }
  }

  /// Each for ever if it may: the clock runs so that five seconds are soon over.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /slack/events HTTP/1.1\r\nHost: bot\r\nX: ",
        "GET /healthz HTTP/1.1\r\n",
        ""
      })
  void aRequestThatTricklesInIsGivenUp(String begun) throws Exception {
    try (var scene = new Scene(Scene.Transport.HTTP);
        var socket = socket(scene)) {
      scene.clock.run(20);
      write(socket, begun.isEmpty() ? forged("Content-Length: 1000") : begun);

      assertThat(isClosedWhileTrickled(socket)).isTrue();
    }
  }

  @Test
  void whatIsOnlyAnnouncedTakesNoRoom() throws Exception {
    var strangers = new ArrayList<Socket>();
    try (var scene = new Scene(Scene.Transport.HTTP)) {
      for (int i = 0; i < 100; i++) {
        Socket socket = socket(scene);
        strangers.add(socket);
        write(socket, forged("Content-Length: " + MEBIBYTE) + "x");
      }

      String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte dörren");

      assertThat(scene.win(ts)).isPresent();
      scene.workspace.retryUntilAcknowledged();
    } finally {
      for (Socket socket : strangers) {
        socket.close();
      }
    }
  }

  private static boolean isClosedWhileTrickled(Socket socket) {
    try {
      socket.setSoTimeout(50);
      while (true) {
        write(socket, "x");
        if (isAtEnd(socket)) {
          return true;
        }
      }
    } catch (IOException closed) {
      return true;
    }
  }

  private static boolean isAtEnd(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException nothingYet) {
      return false;
    }
  }

  private static Socket socket(Scene scene) throws IOException {
    return new Socket("127.0.0.1", scene.events().getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// All until the bot closes.
  private static String answer(Socket socket) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var answer = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      answer.append((char) c);
    }
    return answer.toString();
  }

  /// The head of a request that looks like Slack's, and is signed by nobody.
  private static String forged(String lengthHeader) {
    return "POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Type: "
        + FORM
        + "\r\nX-Slack-Request-Timestamp: "
        + Scene.BEGINNING.getEpochSecond()
        + "\r\nX-Slack-Signature: v0="
        + "0".repeat(64)
        + "\r\n"
        + lengthHeader
        + "\r\n\r\n";
  }

  private static HttpResponse<String> send(Scene scene, String path, String method, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(scene.events().resolve(path))
            .header("Content-Type", FORM)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
