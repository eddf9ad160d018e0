package smallsteps.slack.manifest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import smallsteps.Listener;

/// The Slack app as Slack wants it described: commands, shortcuts, events and scopes, all taken
/// from what the rooms listen to.
public final class Manifest {
  private static final String BACKGROUND = "#1d3b2a";

  private Manifest() {}

  /// What Slack shows of the app.
  ///
  /// @param name at most 35 characters
  /// @param description at most 140
  /// @param longDescription 175 to 4000
  public record About(String name, String description, String longDescription) {}

  /// @param http where Slack reaches the bot, without a path; null for Socket Mode
  public static JsonObject of(About about, List<Listener> listeners, URI http) {
    return of(about, listeners, http, scopes(listeners));
  }

  /// The app with the two scopes that it can't be without, and no event that needs another.
  ///
  /// @param http as above
  public static JsonObject lowScope(About about, List<Listener> listeners, URI http) {
    List<Listener> able =
        listeners.stream().filter(one -> Wants.of(one).scopes().isEmpty()).toList();
    return of(about, able, http, Scope.LEAST);
  }

  private static JsonObject of(About about, List<Listener> listeners, URI http, Set<Scope> scopes) {
    String requests =
        http == null
            ? null
            : http.toString().replaceFirst("(/+slack/+events)?/*$", "/slack/events");
    return Json.createObjectBuilder()
        .add(
            "_metadata", Json.createObjectBuilder().add("major_version", 2).add("minor_version", 1))
        .add("display_information", display(about))
        .add("features", features(about, listeners, requests))
        .add("oauth_config", Json.createObjectBuilder().add("scopes", scopeLists(scopes)))
        .add("settings", settings(listeners, requests))
        .build();
  }

  /// What the bot must be granted, and may be.
  public static Set<Scope> scopes(List<Listener> listeners) {
    var scopes =
        EnumSet.of(
            Scope.COMMANDS,
            Scope.CHAT_WRITE,
            Scope.CHANNELS_READ,
            Scope.GROUPS_READ,
            Scope.USERS_READ);
    for (Listener listener : listeners) {
      scopes.addAll(Wants.of(listener).scopes());
    }
    return scopes;
  }

  /// The events that Slack is to send, by its own names.
  public static Set<String> events(List<Listener> listeners) {
    var events = EnumSet.copyOf(EventType.ALWAYS);
    for (Listener listener : listeners) {
      events.addAll(Wants.of(listener).events());
    }
    return events.stream()
        .flatMap(event -> event.subscriptions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObjectBuilder display(About about) {
    return Json.createObjectBuilder()
        .add("name", about.name())
        .add("description", about.description())
        .add("background_color", BACKGROUND)
        .add("long_description", about.longDescription());
  }

  private static JsonObjectBuilder features(
      About about, List<Listener> listeners, String requests) {
    boolean hasHome = listeners.stream().anyMatch(Listener.HomeOpened.class::isInstance);
    var features =
        Json.createObjectBuilder()
            .add(
                "app_home",
                Json.createObjectBuilder()
                    .add("home_tab_enabled", hasHome)
                    // Without it Slack refuses what the bot wants to ask a person alone.
                    .add("messages_tab_enabled", true)
                    .add("messages_tab_read_only_enabled", true))
            .add(
                "bot_user",
                Json.createObjectBuilder()
                    .add("display_name", handle(about.name()))
                    .add("always_online", true));
    JsonArrayBuilder shortcuts = Json.createArrayBuilder();
    JsonArrayBuilder commands = Json.createArrayBuilder();
    for (Listener listener : listeners) {
      switch (listener) {
        case Listener.MessageShortcut(var id, var name, var description, _) ->
            shortcuts.add(shortcut("message", id, name, description));
        case Listener.GlobalShortcut(var id, var name, var description, _) ->
            shortcuts.add(shortcut("global", id, name, description));
        case Listener.Command command -> commands.add(command(command, requests));
        case Listener.Used _, Listener.Event _ -> {} // not listed
      }
    }
    addUnlessEmpty(features, "shortcuts", shortcuts.build());
    addUnlessEmpty(features, "slash_commands", commands.build());
    return features;
  }

  /// What people type after the @: Slack takes small letters without marks, digits, `-`, `_`, `.`.
  private static String handle(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._]+", "-");
  }

  private static JsonObjectBuilder shortcut(
      String type, String callbackId, String name, String description) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("type", type)
        .add("callback_id", callbackId)
        .add("description", description);
  }

  private static JsonObjectBuilder command(Listener.Command listener, String requests) {
    var command = Json.createObjectBuilder().add("command", listener.name());
    if (requests != null) {
      command.add("url", requests);
    }
    command.add("description", listener.description());
    if (!listener.usageHint().isBlank()) {
      command.add("usage_hint", listener.usageHint());
    }
    // Names stay as typed: "@anna" says more in a text that is kept than "<@U1>".
    return command.add("should_escape", false);
  }

  private static JsonObjectBuilder scopeLists(Set<Scope> scopes) {
    return Json.createObjectBuilder()
        .add("bot", ids(scopes, _ -> true))
        .add("bot_optional", ids(scopes, Scope::isOptional));
  }

  private static JsonArray ids(Set<Scope> scopes, Predicate<Scope> which) {
    return strings(scopes.stream().filter(which).map(Scope::id).toList());
  }

  private static JsonObjectBuilder settings(List<Listener> listeners, String requests) {
    var events = Json.createObjectBuilder();
    var interactivity = Json.createObjectBuilder().add("is_enabled", true);
    if (requests != null) {
      events.add("request_url", requests);
      interactivity.add("request_url", requests).add("message_menu_options_url", requests);
    }
    return Json.createObjectBuilder()
        .add("event_subscriptions", events.add("bot_events", strings(events(listeners))))
        .add("interactivity", interactivity)
        .add("org_deploy_enabled", false)
        .add("socket_mode_enabled", requests == null)
        .add("token_rotation_enabled", false);
  }

  private static void addUnlessEmpty(JsonObjectBuilder to, String key, JsonArray array) {
    if (!array.isEmpty()) {
      to.add(key, array);
    }
  }

  private static JsonArray strings(Collection<String> values) {
    return Json.createArrayBuilder(values).build();
  }
}
