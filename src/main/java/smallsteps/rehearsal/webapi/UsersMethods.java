package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.delivery.SocketServer;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Who is who: users.*, bots.info, auth.test, team.info, and the door to Socket Mode.
public final class UsersMethods {
  private static final List<String> READ = List.of("users:read");

  private final State state;
  private final Messages messages;
  private final SocketServer sockets;
  private final String page;

  public UsersMethods(State state, Messages messages, SocketServer sockets, String page) {
    this.state = state;
    this.messages = messages;
    this.sockets = sockets;
    this.page = page;
  }

  public List<Method> methods() {
    return List.of(
        new Method("api.test", List.of(), Method.TIER_4, this::apiTest),
        new Method("auth.test", List.of(), Method.SPECIAL, _ -> authTest()),
        new Method(
            "apps.connections.open", List.of("connections:write"), Method.TIER_1, _ -> connect()),
        new Method("bots.info", READ, Method.TIER_3, this::botsInfo),
        new Method("users.info", READ, Method.TIER_4, this::usersInfo),
        new Method("users.list", READ, Method.TIER_2, this::usersList),
        new Method("team.info", List.of("team:read"), Method.TIER_3, _ -> teamInfo()));
  }

  private JsonObject apiTest(Params params) {
    if (params.has("error")) {
      throw new Refusal(params.text("error"), Wire.object("args", params.json()));
    }
    return Wire.object("args", params.json());
  }

  private JsonObject authTest() {
    return new Fields()
        .put("url", page)
        .put("team", State.TEAM_NAME)
        .put("user", state.person(InstalledApp.BOT_USER).userName())
        .put("team_id", State.TEAM)
        .put("user_id", InstalledApp.BOT_USER)
        .put("bot_id", InstalledApp.BOT)
        .put("is_enterprise_install", state.app.isOrganisationWide())
        .put("enterprise_id", state.app.organisation())
        .json();
  }

  private JsonObject connect() {
    String url = sockets.address(page.replaceFirst("http", "ws")) + "link/";
    return Wire.object("url", url + "?ticket=" + sockets.ticket() + "&app_id=" + InstalledApp.APP);
  }

  private JsonObject botsInfo(Params params) {
    if (!params.text("bot").equals(InstalledApp.BOT)) {
      throw new Refusal("bot_not_found");
    }
    return Wire.object("bot", messages.botProfile());
  }

  private JsonObject usersInfo(Params params) {
    Account account =
        Optional.ofNullable(state.people.get(params.text("user")))
            .orElseThrow(() -> new Refusal("user_not_found"));
    return Wire.object("user", user(account, params));
  }

  private JsonObject user(Account account, Params params) {
    return account.user(state.clock.instant(), params.flag("include_locale"));
  }

  private JsonObject usersList(Params params) {
    List<JsonObject> users =
        state.people.values().stream().map(each -> user(each, params)).toList();
    var page = params.page(users, 1000, 1000);
    return new Fields()
        .put("members", page.items())
        .put("cache_ts", state.clock.instant().getEpochSecond())
        .put("response_metadata", page.metadata())
        .json();
  }

  private JsonObject teamInfo() {
    return Wire.object(
        "team",
        new Fields()
            .put("id", State.TEAM)
            .put("name", State.TEAM_NAME)
            .put("domain", State.DOMAIN)
            .put("email_domain", "")
            .put("icon", JsonValue.EMPTY_JSON_OBJECT)
            .json());
  }
}
