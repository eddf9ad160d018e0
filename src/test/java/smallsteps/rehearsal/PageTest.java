package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.wire.Wire;

/// What the page shows and asks for.
class PageTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Workspace workspace;

  @BeforeAll
  static void open() throws Exception {
    workspace = Workspace.start(0, InstantSource.system());
    workspace.install(TestManifest.json());
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    workspace.close();
  }

  @Test
  void aPersonSeesTheirChannelsAndWhatIsSaidThere() throws Exception {
    String ts = workspace.alva().say(workspace.channel("verkstan"), "Bara vi");
    JsonObject alvas = state(workspace.alva());
    assertThat(Wire.children(alvas, "people")).hasSize(4);
    assertThat(alvas.toString()).contains("Bara vi", ts, "permalink", "/principle");
    JsonObject cleos = state(workspace.cleo());
    assertThat(cleos.toString()).doesNotContain("Bara vi").doesNotContain("verkstan");
  }

  @Test
  void aPersonSpeaksAndReactsFromThePage() throws Exception {
    Conversation room = workspace.channel("små-steg");
    JsonObject said = act("say", "channel", room.id(), "text", "Från sidan");
    String ts = Wire.text(said, "ts");
    assertThat(act("react", "channel", room.id(), "ts", ts, "emoji", "tada"))
        .isEqualTo(Wire.object("ok", true));
    assertThat(workspace.message(room, ts).orElseThrow().reactions()).containsKey("tada");
    assertThat(Wire.text(act("edit", "channel", room.id(), "ts", "1.0", "text", "x"), "error"))
        .isNotBlank();
  }

  @Test
  void aCommandWithoutABotFailsAsInSlack() throws Exception {
    Conversation room = workspace.channel("små-steg");
    act("command", "channel", room.id(), "command", "/principle", "text", "3");
    assertThat(workspace.notices(workspace.alva()))
        .contains("/principle failed with the error \"dispatch_failed\"");
  }

  @Test
  @Timeout(60)
  void thePageHearsOfChangesAndAtOnceOfThoseBeforeIt() throws Exception {
    var heard = new LinkedBlockingQueue<Long>();
    WebSocket live =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + workspace.port() + "/live"), hearing(heard))
            .join();
    long atFirst = heard.take();
    act("say", "channel", workspace.channel("små-steg").id(), "text", "Hör du?");
    assertThat(heard.take()).isGreaterThan(atFirst);
    live.abort();
  }

  private static WebSocket.Listener hearing(BlockingQueue<Long> heard) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        JsonObject said = Wire.readObject(text.toString()).orElseThrow();
        heard.add(said.getJsonNumber("changed").longValueExact());
        socket.request(1);
        return null;
      }
    };
  }

  @Test
  void aPageFromElsewhereMayNotActHere() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(at("act"))
            .header("Origin", "https://elsewhere.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(sent(foreign).statusCode()).isEqualTo(403);
  }

  @Test
  void aNameFromElsewhereThatPointsHereMayNotActHere() throws Exception {
    try (var socket = new Socket("127.0.0.1", workspace.port())) {
      String request =
          "POST /act HTTP/1.1\r\nHost: elsewhere.example:"
              + workspace.port()
              + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void noOtherMachineReachesIt() throws Exception {
    List<InetAddress> addresses =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress address : addresses) {
      assertThatThrownBy(() -> new Socket(address, workspace.port()).close())
          .as(address.toString())
          .isInstanceOf(IOException.class);
    }
  }

  private static JsonObject act(String what, String... pairs) throws Exception {
    JsonObject asked =
        Wire.with(Wire.object("as", workspace.alva().id(), "do", what), (Object[]) pairs);
    HttpRequest request =
        HttpRequest.newBuilder(at("act"))
            .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
            .build();
    return Wire.readObject(sent(request).body()).orElseThrow();
  }

  private static JsonObject state(Person person) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(at("state?as=" + person.id())).build();
    return Wire.readObject(sent(request).body()).orElseThrow();
  }

  private static HttpResponse<String> sent(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + workspace.port() + "/" + path);
  }
}
