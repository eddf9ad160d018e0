package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import smallsteps.rehearsal.wire.Wire;

/// The app as Slack installed it: from its manifest, with its tokens and what was granted.
public final class InstalledApp {
  private static final Map<String, String> EVENT_SCOPES =
      Map.ofEntries(
          Map.entry("message.channels", "channels:history"),
          Map.entry("message.groups", "groups:history"),
          Map.entry("message.im", "im:history"),
          Map.entry("app_mention", "app_mentions:read"),
          Map.entry("reaction_added", "reactions:read"),
          Map.entry("reaction_removed", "reactions:read"),
          Map.entry("channel_archive", "channels:read"),
          Map.entry("channel_unarchive", "channels:read"),
          Map.entry("channel_id_changed", "channels:read"),
          Map.entry("channel_left", "channels:read"),
          Map.entry("group_archive", "groups:read"),
          Map.entry("group_unarchive", "groups:read"),
          Map.entry("group_left", "groups:read"));

  public static final String APP = "A0SMASTEG01";
  public static final String BOT = "B0SMASTEG01";
  public static final String BOT_USER = "U0SMASTEG01";

  public final String botToken = "xoxb-" + secret();
  public final String appToken = "xapp-1-" + APP + "-" + secret();
  public final String signingSecret = secret();
  public final String verificationToken = secret().substring(0, 24);
  private volatile JsonObject manifest = JsonValue.EMPTY_JSON_OBJECT;
  private volatile Set<String> scopes = Set.of();
  private volatile boolean isRevoked;
  private volatile boolean isUninstalled;
  private volatile boolean isOrganisationWide;

  private static String secret() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  public void install(JsonObject newManifest) {
    manifest = newManifest;
    scopes = Set.copyOf(Wire.texts(path("oauth_config", "scopes"), "bot"));
    isRevoked = false;
    isUninstalled = false;
  }

  /// @param uninstalled the app itself is gone, not its tokens alone
  public void revoke(boolean uninstalled) {
    isRevoked = true;
    isUninstalled = uninstalled;
  }

  public void installForOrganisation() {
    isOrganisationWide = true;
  }

  public boolean isRevoked() {
    return isRevoked;
  }

  public boolean isUninstalled() {
    return isUninstalled;
  }

  public boolean isOrganisationWide() {
    return isOrganisationWide;
  }

  public void grant(Set<String> granted) {
    scopes = Set.copyOf(granted);
  }

  public Set<String> scopes() {
    return new TreeSet<>(scopes);
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /// Its id; null where one workspace has installed the app.
  public String organisation() {
    return isOrganisationWide ? Team.ORGANISATION : null;
  }

  /// As payloads name it; JSON's null where one workspace has installed the app.
  public JsonValue enterprise() {
    return isOrganisationWide
        ? Wire.object("id", Team.ORGANISATION, "name", Team.ORGANISATION_NAME)
        : JsonValue.NULL;
  }

  public String name() {
    String name = Wire.text(path("display_information"), "name");
    return name.isEmpty() ? "App" : name;
  }

  public String botName() {
    String name = Wire.text(path("features", "bot_user"), "display_name");
    return name.isEmpty() ? name() : name;
  }

  public List<JsonObject> commands() {
    return Wire.children(path("features"), "slash_commands");
  }

  public Optional<JsonObject> command(String name) {
    return commands().stream().filter(each -> Wire.text(each, "command").equals(name)).findFirst();
  }

  public List<JsonObject> shortcuts() {
    return Wire.children(path("features"), "shortcuts");
  }

  public boolean hasShortcut(String type, String callbackId) {
    return shortcuts().stream()
        .anyMatch(each ->
            Wire.text(each, "type").equals(type)
                && Wire.text(each, "callback_id").equals(callbackId));
  }

  public boolean hasHome() {
    return Wire.flag(path("features", "app_home"), "home_tab_enabled");
  }

  public boolean isInteractive() {
    return Wire.flag(path("settings", "interactivity"), "is_enabled");
  }

  public List<String> subscriptions() {
    return Wire.texts(path("settings", "event_subscriptions"), "bot_events");
  }

  public boolean hears(String subscription, ConversationState conversation) {
    return subscriptions().contains(subscription) && mayHear(subscription, conversation);
  }

  private boolean mayHear(String subscription, ConversationState conversation) {
    if (Set.of("member_joined_channel", "member_left_channel").contains(subscription)) {
      return has(conversation.scopes() + ":read");
    }
    String scope = EVENT_SCOPES.get(subscription);
    return scope == null || has(scope);
  }

  /// What Slack refuses, or leaves without effect, in a manifest like this.
  public List<String> faults() {
    Set<String> faults = new LinkedHashSet<>();
    for (String event : subscriptions()) {
      String scope = EVENT_SCOPES.get(event);
      if (scope != null && !has(scope)) {
        faults.add("manifest: the event " + event + " needs the scope " + scope);
      }
    }
    if ((!commands().isEmpty() || !shortcuts().isEmpty()) && !has("commands")) {
      faults.add("manifest: commands and shortcuts need the scope commands");
    }
    if (!shortcuts().isEmpty() && !isInteractive()) {
      faults.add("manifest: shortcuts need settings.interactivity.is_enabled");
    }
    return List.copyOf(faults);
  }

  private JsonObject path(String... names) {
    JsonObject at = manifest;
    for (String name : names) {
      at = Wire.child(at, name);
    }
    return at;
  }
}
