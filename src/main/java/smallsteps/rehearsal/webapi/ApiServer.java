package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.faults.Faults.Fault;
import smallsteps.rehearsal.http.HttpCall;
import smallsteps.rehearsal.state.Call;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.WireLog;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// The Web API's door: who calls, may they, what goes wrong on demand, and the answer.
public final class ApiServer {
  private static final String HTML = "<!DOCTYPE html><title>Server Error</title>";

  private static final Duration A_LITTLE = Duration.ofMillis(5);

  private final State state;
  private final Faults faults;
  private final String address;
  private final RateLimits limits;
  private final Map<String, Method> methods = new HashMap<>();

  /// @param address the workspace's own
  public ApiServer(State state, Faults faults, String address, List<List<Method>> families) {
    this.state = state;
    this.address = address;
    this.faults = faults;
    limits = new RateLimits(state.clock, faults::messagesAMinute);
    families.forEach(family -> family.forEach(each -> methods.put(each.name(), each)));
  }

  public void handle(HttpCall http) {
    String name = http.name();
    JsonObject sent = sent(http);
    Params params = Params.of(sent);
    Fault fault = faults.next(name).orElse(null);
    switch (fault) {
      case Fault.Status(int status) -> html(http, name, params, status);
      case Fault.RateLimit(Duration wait) -> rateLimited(http, name, params, wait);
      case Fault.Refuse(String error) -> send(http, name, params, new Refusal(error).answer());
      case Fault.DoneButCut() -> {
        JsonObject answer = answer(name, params, token(http, sent));
        called(name, params, 0, answer, "");
        http.cut();
      }
      case Fault.DoneLater() -> {
        String token = token(http, sent);
        faults.hold(() -> answer(name, params, token));
        html(http, name, params, 504);
      }
      case Fault.Garble(UnaryOperator<String> garbled) -> {
        JsonObject answer = answer(name, params, token(http, sent));
        String said = garbled.apply(answer.toString());
        called(name, params, 200, answer, said);
        garbled(http, said);
      }
      case Fault.Hang(Duration time) -> {
        hang(time);
        serve(http, name, params, sent);
      }
      case Fault.Late(Duration time, boolean isDoneFirst) ->
          late(http, name, params, token(http, sent), time, isDoneFirst);
      case null -> serve(http, name, params, sent);
    }
  }

  private void serve(HttpCall http, String name, Params params, JsonObject sent) {
    Method method = methods.get(name);
    if (faults.isTiered() && method != null) {
      Duration wait = limits.retryAfter(method, params.text("channel"));
      if (!wait.isZero()) {
        rateLimited(http, name, params, wait);
        return;
      }
    }
    JsonObject answer = answer(name, params, token(http, sent));
    warn(name, answer);
    send(http, name, params, answer);
  }

  private static JsonObject sent(HttpCall http) {
    String body = http.body();
    String type = Objects.requireNonNullElse(http.header("Content-Type"), "");
    JsonObject posted =
        type.startsWith("application/json")
            ? Wire.readObject(body).orElse(JsonValue.EMPTY_JSON_OBJECT)
            : (JsonObject) Wire.value(Wire.form(body));
    return new Fields((JsonObject) Wire.value(http.query())).putAll(posted).json();
  }

  private static String token(HttpCall http, JsonObject sent) {
    String header = http.header("Authorization");
    return header != null && header.startsWith("Bearer ")
        ? header.substring("Bearer ".length()).strip()
        : Wire.text(sent, "token");
  }

  private JsonObject answer(String name, Params params, String token) {
    try {
      Method method = methods.get(name);
      if (method == null) {
        throw new Refusal("unknown_method");
      }
      return state.locked(() -> {
        admit(method, token);
        return Wire.with(method.answer().apply(params), "ok", true);
      });
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private void admit(Method method, String token) {
    if (method.name().equals("api.test")) {
      return;
    }
    boolean isAppToken = token.equals(state.app.appToken);
    if (token.isEmpty()) {
      throw new Refusal("not_authed");
    }
    if (!isAppToken && !token.equals(state.app.botToken)) {
      throw new Refusal("invalid_auth");
    }
    if (state.app.isUninstalled()) {
      throw new Refusal("account_inactive");
    }
    boolean needsAppToken = method.scopes().equals(List.of("connections:write"));
    if (isAppToken != needsAppToken && !(isAppToken && method.name().equals("auth.test"))) {
      throw new Refusal("not_allowed_token_type");
    }
    if (!isAppToken && state.app.isRevoked()) {
      throw new Refusal("token_revoked");
    }
    if (!isAppToken
        && !method.scopes().isEmpty()
        && !method.scopes().stream().anyMatch(state.app::has)) {
      throw Refusal.missingScope(String.join(",", method.scopes()), state.app.scopes());
    }
  }

  private void send(HttpCall http, String name, Params params, JsonObject answer) {
    called(name, params, 200, answer, answer.toString());
    Method method = methods.get(name);
    if (!faults.hidesScopes()) {
      http.with("x-oauth-scopes", String.join(",", state.app.scopes()));
    }
    if (method != null) {
      http.with("x-accepted-oauth-scopes", String.join(",", method.scopes()));
    }
    send(http, 200, answer);
  }

  private void rateLimited(HttpCall http, String name, Params params, Duration wait) {
    JsonObject answer = new Refusal("ratelimited").answer();
    called(name, params, 429, answer, answer.toString());
    http.with("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    send(http, 429, answer);
  }

  private void send(HttpCall http, int status, JsonObject answer) {
    dated(http);
    http.answer(status, "application/json; charset=utf-8", answer.toString());
  }

  /// By the workspace's clock, as everything here.
  private void dated(HttpCall http) {
    ZonedDateTime now = state.clock.instant().atZone(ZoneOffset.UTC);
    http.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
  }

  private void html(HttpCall http, String name, Params params, int status) {
    dated(http);
    called(name, params, status, JsonValue.EMPTY_JSON_OBJECT, HTML);
    http.answer(status, "text/html; charset=utf-8", HTML);
  }

  private void garbled(HttpCall http, String answer) {
    dated(http);
    String type = answer.startsWith("<") ? "text/html" : "application/json";
    http.answer(200, type + "; charset=utf-8", answer);
  }

  /// @param said what went over the wire
  private void called(String name, Params params, int status, JsonObject answer, String said) {
    state.journal.called(new Call(name, params.json(), status, answer));
    state.wire.toSlack(name, params.json().toString(), status, said, curl(name, params));
    state.touch();
  }

  private String curl(String name, Params params) {
    Method method = methods.get(name);
    boolean isApp = method != null && method.scopes().equals(List.of("connections:write"));
    return "curl "
        + WireLog.quoted(address + "api/" + name)
        + " -H 'Authorization: Bearer "
        + (isApp ? state.app.appToken : state.app.botToken)
        + "' -H 'Content-Type: application/json; charset=utf-8' --data-raw "
        + WireLog.quoted(params.json().toString());
  }

  private void warn(String name, JsonObject answer) {
    String error = Wire.text(answer, "error");
    if (!error.isEmpty()) {
      List<String> why = Wire.texts(Wire.child(answer, "response_metadata"), "messages");
      state.journal.warn(name + ": " + error + (why.isEmpty() ? "" : " " + String.join("; ", why)));
    }
  }

  private void late(
      HttpCall http, String name, Params params, String token, Duration time, boolean isDoneFirst) {
    Instant due = state.clock.instant().plus(time);
    JsonObject early = isDoneFirst ? answer(name, params, token) : null;
    while (state.clock.instant().isBefore(due)) {
      hang(A_LITTLE);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    send(http, name, params, isDoneFirst ? early : answer(name, params, token));
  }

  private static void hang(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
