package smallsteps.rehearsal.page;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import smallsteps.rehearsal.http.HttpCall;
import smallsteps.rehearsal.http.LoopbackServer;
import smallsteps.rehearsal.http.SocketDoor;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// The page that a person clicks in, what it shows, and what it asks for. Loopback only.
public final class PageServer implements SocketDoor {
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
  private final Inside inside;
  private final BooleanSupplier isConnected;
  private final Supplier<String> transport;
  private final Set<Session> live = ConcurrentHashMap.newKeySet();

  public PageServer(
      State state,
      PageState shown,
      PageDeeds deeds,
      Inside inside,
      BooleanSupplier isConnected,
      Supplier<String> transport) {
    this.state = state;
    this.shown = shown;
    this.deeds = deeds;
    this.inside = inside;
    this.isConnected = isConnected;
    this.transport = transport;
    state.watch(this::changed);
  }

  public void routes(LoopbackServer server) {
    server.get("/", PageServer::file);
    server.get("/archives/*", http -> http.redirect("/"));
    server.get("/state", ours(this::state));
    server.get("/inside", ours(this::inside));
    server.post("/act", ours(this::act));
    server.socket("/live", this);
  }

  private Consumer<HttpCall> ours(Consumer<HttpCall> answer) {
    return http -> {
      if (admits(http)) {
        answer.accept(http);
      }
    };
  }

  /// A page elsewhere on the web must not act here through a person's browser.
  @Override
  public boolean admits(HttpCall http) {
    String host = http.header("Host");
    String origin = http.header("Origin");
    boolean isOurs =
        host != null
            && LOOPBACK.matcher(host).matches()
            && (origin == null || origin.equals("http://" + host));
    if (!isOurs) {
      http.answer(403, "text/plain", "Only a page from this address may do that.");
    }
    return isOurs;
  }

  private void state(HttpCall http) {
    String as = viewer(http.query().get("as"));
    String language = http.query().getOrDefault("lang", "");
    json(http, shown.of(as, language, isConnected.getAsBoolean(), transport.get()));
  }

  private void inside(HttpCall http) {
    json(http, inside.since(number(http, "wire"), number(http, "row")));
  }

  /// Zero for what is none.
  private static long number(HttpCall http, String name) {
    String digits = http.query().getOrDefault(name, "");
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  /// Whoever is first, where nobody here is named: a new page has yet to hear who there is.
  private String viewer(String as) {
    boolean isHere = as != null && state.people.containsKey(as);
    return isHere ? as : state.people.keySet().iterator().next();
  }

  private void act(HttpCall http) {
    try {
      json(http, deeds.act(Wire.readObject(http.body()).orElseGet(Wire::object)));
    } catch (IllegalArgumentException | Refusal mistake) {
      json(http, wrong(mistake.getMessage()));
    }
  }

  private static JsonObject wrong(String sentence) {
    return Wire.object("ok", false, "error", sentence);
  }

  private static void json(HttpCall http, JsonObject answer) {
    http.with("Cache-Control", "no-store")
        .answer(200, "application/json; charset=utf-8", answer.toString());
  }

  /// One of the page's own files, which lie beside this class; nothing else has such a name.
  private static void file(HttpCall http) {
    String name = http.name().isEmpty() ? "index.html" : http.name();
    Matcher asked = FILE.matcher(name);
    String type = asked.matches() ? TYPES.get(asked.group("kind")) : null;
    http.with("Cache-Control", "no-store").with("Content-Security-Policy", "default-src 'self'");
    try (InputStream file = type == null ? null : PageServer.class.getResourceAsStream(name)) {
      if (file == null) {
        http.answer(404, "text/plain", "There is no such file.");
      } else {
        http.answer(200, type, file.readAllBytes());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Told at once: what changed since the page was fetched, no connection was there to hear.
  @Override
  public void opened(Session page) {
    live.add(page);
    page.sendText(change(state.version()), Callback.NOOP);
  }

  /// The page asks by /act alone.
  @Override
  public void heard(String text) {}

  @Override
  public void closed(Session page) {
    live.remove(page);
  }

  private void changed(long version) {
    String text = change(version);
    live.stream().filter(Session::isOpen).forEach(each -> each.sendText(text, Callback.NOOP));
  }

  private static String change(long version) {
    return Wire.object("changed", version).toString();
  }
}
