package smallsteps.rehearsal;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.websocket.WsContext;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The page that a person clicks in, what it shows, and what it asks for. Loopback only. */
final class PageServer {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private final State state;
  private final PageState shown;
  private final PageActs acts;
  private final BooleanSupplier isConnected;
  private final Supplier<String> transport;
  private final Set<WsContext> live = ConcurrentHashMap.newKeySet();

  PageServer(
      State state,
      PageState shown,
      PageActs acts,
      BooleanSupplier isConnected,
      Supplier<String> transport) {
    this.state = state;
    this.shown = shown;
    this.acts = acts;
    this.isConnected = isConnected;
    this.transport = transport;
    state.watch(this::changed);
  }

  void routes(RoutesConfig routes) {
    routes.get("/", http -> file(http, "index.html", "text/html; charset=utf-8"));
    routes.get("/page.js", http -> file(http, "page.js", "text/javascript; charset=utf-8"));
    routes.get("/page.css", http -> file(http, "page.css", "text/css; charset=utf-8"));
    routes.get("/archives/<path>", http -> http.redirect("/"));
    routes.get("/state", this::state);
    routes.post("/act", this::act);
    routes.wsBeforeUpgrade("/live", PageServer::ours);
    routes.ws(
        "/live",
        socket -> {
          socket.onConnect(live::add);
          socket.onClose(live::remove);
          socket.onError(live::remove);
        });
  }

  /** A page elsewhere on the web must not act here through a person's browser. */
  private static void ours(Context http) {
    String host = http.header("Host");
    String origin = http.header("Origin");
    boolean isOurs =
        host != null
            && LOOPBACK.matcher(host).matches()
            && (origin == null || origin.equals("http://" + host));
    if (!isOurs) {
      throw new ForbiddenResponse("Only a page from this address may do that.");
    }
  }

  private void state(Context http) {
    ours(http);
    String as = http.queryParam("as");
    if (as == null || !state.people.containsKey(as)) {
      json(http.status(400), wrong("Say which person by ?as=U…"));
      return;
    }
    json(http, shown.of(as, isConnected.getAsBoolean(), transport.get()));
  }

  private void act(Context http) {
    ours(http);
    String body = new String(http.bodyAsBytes(), StandardCharsets.UTF_8);
    try {
      json(http, acts.act(Wire.readObject(body).orElseGet(Wire::object)));
    } catch (IllegalArgumentException | Refusal mistake) {
      json(http, wrong(mistake.getMessage()));
    }
  }

  private static JsonObject wrong(String sentence) {
    return Wire.object("ok", false, "error", sentence);
  }

  private static void json(Context http, JsonObject answer) {
    http.contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(answer.toString());
  }

  private static void file(Context http, String name, String type) throws IOException {
    http.header("Cache-Control", "no-store");
    try (InputStream file = PageServer.class.getResourceAsStream(name)) {
      if (file == null) {
        http.status(404).result("The page " + name + " is not in this build.");
      } else {
        http.contentType(type).result(file.readAllBytes());
      }
    }
  }

  private void changed(long version) {
    String text = Wire.object("changed", version).toString();
    live.stream().filter(each -> each.session.isOpen()).forEach(each -> each.send(text));
  }
}
