package smallsteps.rehearsal.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.websocket.WsContext;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// The page that a person clicks in, what it shows, and what it asks for. Loopback only.
public final class PageServer {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

  private static final Pattern FILE = Pattern.compile("[a-z]+\\.(?<kind>html|js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final State state;
  private final PageState shown;
  private final PageDeeds deeds;
  private final BooleanSupplier isConnected;
  private final Supplier<String> transport;
  private final Set<WsContext> live = ConcurrentHashMap.newKeySet();

  public PageServer(
      State state,
      PageState shown,
      PageDeeds deeds,
      BooleanSupplier isConnected,
      Supplier<String> transport) {
    this.state = state;
    this.shown = shown;
    this.deeds = deeds;
    this.isConnected = isConnected;
    this.transport = transport;
    state.watch(this::changed);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/", http -> file(http, "index.html"));
    routes.get("/archives/<path>", http -> http.redirect("/"));
    routes.get("/state", this::state);
    routes.get("/{file}", http -> file(http, http.pathParam("file")));
    routes.post("/act", this::act);
    routes.wsBeforeUpgrade("/live", PageServer::ours);
    routes.ws(
        "/live",
        socket -> {
          socket.onConnect(this::connected);
          socket.onClose(live::remove);
          socket.onError(live::remove);
        });
  }

  /// A page elsewhere on the web must not act here through a person's browser.
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
    json(
        http, shown.of(viewer(http.queryParam("as")), isConnected.getAsBoolean(), transport.get()));
  }

  /// Whoever is first, where nobody here is named: a new page has yet to hear who there is.
  private String viewer(String as) {
    boolean isHere = as != null && state.people.containsKey(as);
    return isHere ? as : state.people.keySet().iterator().next();
  }

  private void act(Context http) {
    ours(http);
    String body = new String(http.bodyAsBytes(), StandardCharsets.UTF_8);
    try {
      json(http, deeds.act(Wire.readObject(body).orElseGet(Wire::object)));
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

  /// One of the page's own files, which lie beside this class; nothing else has such a name.
  private static void file(Context http, String name) throws IOException {
    Matcher asked = FILE.matcher(name);
    String type = asked.matches() ? TYPES.get(asked.group("kind")) : null;
    http.header("Cache-Control", "no-store");
    http.header("Content-Security-Policy", "default-src 'self'");
    try (InputStream file = type == null ? null : PageServer.class.getResourceAsStream(name)) {
      if (file == null) {
        http.status(404).result("There is no such file.");
      } else {
        http.contentType(type).result(file.readAllBytes());
      }
    }
  }

  /// Told at once: what changed since the page was fetched, no connection was there to hear.
  private void connected(WsContext page) {
    live.add(page);
    page.send(change(state.version()));
  }

  private void changed(long version) {
    String text = change(version);
    live.stream().filter(each -> each.session.isOpen()).forEach(each -> each.send(text));
  }

  private static String change(long version) {
    return Wire.object("changed", version).toString();
  }
}
