package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.wire.Wire;

/// A manifest with one of each: a command, both shortcuts, a Home, the events of a channel.
final class TestManifest {
  private TestManifest() {}

  static JsonObject json() {
    return Wire.readObject(
            """
            {"display_information": {"name": "Small Steps"},
             "features": {
               "app_home": {"home_tab_enabled": true},
               "bot_user": {"display_name": "Små steg"},
               "shortcuts": [
                 {"name": "Keep", "type": "message", "callback_id": "keep", "description": "k"},
                 {"name": "Write", "type": "global", "callback_id": "write", "description": "w"}],
               "slash_commands": [
                 {"command": "/principle", "description": "d", "should_escape": true}]},
             "oauth_config": {"scopes": {"bot": [
               "commands", "chat:write", "channels:history", "groups:history", "channels:read",
               "groups:read", "reactions:read", "reactions:write", "users:read"]}},
             "settings": {
               "interactivity": {"is_enabled": true},
               "event_subscriptions": {"bot_events": [
                 "app_home_opened", "member_joined_channel", "message.channels", "message.groups",
                 "reaction_added", "reaction_removed", "tokens_revoked"]}}}
            """)
        .orElseThrow();
  }
}
