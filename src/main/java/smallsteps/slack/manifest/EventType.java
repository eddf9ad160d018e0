package smallsteps.slack.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The events that we hear, by Slack's names, and what it takes to be told of them.
public enum EventType {
  MESSAGE(
      "message",
      Set.of("message.channels", "message.groups"),
      Set.of(Scope.CHANNELS_HISTORY, Scope.GROUPS_HISTORY)),
  REACTION_ADDED("reaction_added", Set.of(Scope.REACTIONS_READ)),
  REACTION_REMOVED("reaction_removed", Set.of(Scope.REACTIONS_READ)),
  APP_HOME_OPENED("app_home_opened", Set.of()),
  MEMBER_JOINED_CHANNEL("member_joined_channel", Scope.CHANNELS),
  CHANNEL_LEFT("channel_left", Scope.CHANNELS),
  GROUP_LEFT("group_left", Scope.CHANNELS),
  CHANNEL_ARCHIVE("channel_archive", Scope.CHANNELS),
  GROUP_ARCHIVE("group_archive", Scope.CHANNELS),
  CHANNEL_UNARCHIVE("channel_unarchive", Scope.CHANNELS),
  GROUP_UNARCHIVE("group_unarchive", Scope.CHANNELS),
  CHANNEL_ID_CHANGED("channel_id_changed", Scope.CHANNELS),
  APP_UNINSTALLED("app_uninstalled", Set.of()),
  TOKENS_REVOKED("tokens_revoked", Set.of());

  /// Of these every app wants to hear.
  static final Set<EventType> ALWAYS = Set.of(APP_UNINSTALLED, TOKENS_REVOKED);

  private static final Map<String, EventType> BY_ID = new HashMap<>();

  static {
    for (EventType type : values()) {
      BY_ID.put(type.id, type);
    }
  }

  private final String id;
  private final Set<String> subscriptions;
  private final Set<Scope> scopes;

  EventType(String id, Set<Scope> scopes) {
    this(id, Set.of(id), scopes);
  }

  EventType(String id, Set<String> subscriptions, Set<Scope> scopes) {
    this.id = id;
    this.subscriptions = subscriptions;
    this.scopes = scopes;
  }

  /// @param id as Slack writes it, `reaction_added`; null for none
  /// @return empty for one that we don't hear
  public static Optional<EventType> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// What one subscribes to in order to hear it.
  Set<String> subscriptions() {
    return subscriptions;
  }

  Set<Scope> scopes() {
    return scopes;
  }
}
