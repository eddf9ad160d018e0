package smallsteps.slack.manifest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import smallsteps.Folded;
import smallsteps.Listener;
import smallsteps.config.Words;

/// The Slack app as Slack wants it described: commands, shortcuts, events and scopes, all taken
/// from what the rooms listen to.
public final class Manifest {
  private static final String BACKGROUND = "#1d3b2a";

  private Manifest() {}

  /// @param words of the one language that Slack shows the app in
  /// @param http where Slack reaches the bot, without a path; null for Socket Mode
  public static JsonObject of(Words.Sentences words, List<Listener> listeners, URI http) {
    return of(words, listeners, http, scopes(listeners));
  }

  /// The app with the two scopes that it can't be without, and no event that needs another.
  ///
  /// @param words as above
  /// @param http as above
  public static JsonObject lowScope(Words.Sentences words, List<Listener> listeners, URI http) {
    List<Listener> able =
        listeners.stream().filter(one -> Wants.of(one).scopes().isEmpty()).toList();
    return of(words, able, http, Scope.LEAST);
  }

  private static JsonObject of(
      Words.Sentences words, List<Listener> listeners, URI http, Set<Scope> scopes) {
    String requests =
        http == null
            ? null
            : http.toString().replaceFirst("(/+slack/+events)?/*$", "/slack/events");
    return Json.createObjectBuilder()
        .add(
            "_metadata", Json.createObjectBuilder().add("major_version", 2).add("minor_version", 1))
        .add("display_information", display(words))
        .add("features", features(words, listeners, requests))
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

  private static JsonObjectBuilder display(Words.Sentences words) {
    return Json.createObjectBuilder()
        .add("name", words.plain("app.name"))
        .add("description", words.plain("app.description"))
        .add("background_color", BACKGROUND)
        .add("long_description", words.plain("app.long_description"));
  }

  private static JsonObjectBuilder features(
      Words.Sentences words, List<Listener> listeners, String requests) {
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
                    .add("display_name", handle(words.plain("app.name")))
                    .add("always_online", true));
    JsonArrayBuilder shortcuts = Json.createArrayBuilder();
    JsonArrayBuilder commands = Json.createArrayBuilder();
    for (Listener listener : listeners) {
      switch (listener) {
        case Listener.MessageShortcut(var id, var key, _) ->
            shortcuts.add(shortcut(words, "message", id, key));
        case Listener.GlobalShortcut(var id, var key, _) ->
            shortcuts.add(shortcut(words, "global", id, key));
        case Listener.Command command -> commands.add(command(words, command, requests));
        case Listener.Used _, Listener.Event _ -> {} // not listed
      }
    }
    addUnlessEmpty(features, "shortcuts", shortcuts.build());
    addUnlessEmpty(features, "slash_commands", commands.build());
    return features;
  }

  /// What people type after the @: Slack takes small letters without marks, digits, `-`, `_`, `.`.
  private static String handle(String name) {
    return Folded.plain(name).replaceAll("[^a-z0-9._]+", "-");
  }

  private static JsonObjectBuilder shortcut(
      Words.Sentences words, String type, String callbackId, String key) {
    return Json.createObjectBuilder()
        .add("name", shown(words, key, "name"))
        .add("type", type)
        .add("callback_id", callbackId)
        .add("description", shown(words, key, "description"));
  }

  private static JsonObjectBuilder command(
      Words.Sentences words, Listener.Command listener, String requests) {
    var command = Json.createObjectBuilder().add("command", listener.name());
    if (requests != null) {
      command.add("url", requests);
    }
    return command
        .add("description", shown(words, listener.words(), "description"))
        .add("usage_hint", shown(words, listener.words(), "hint"))
        // Names stay as typed: "@anna" says more in a text that is kept than "<@U1>".
        .add("should_escape", false);
  }

  private static String shown(Words.Sentences words, String key, String part) {
    return words.plain(key + "." + part);
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
