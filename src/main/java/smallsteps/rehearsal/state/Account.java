package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import smallsteps.rehearsal.wire.Fields;

/// Somebody in the workspace, as users.info tells of them.
public record Account(
    String id, String userName, String name, String locale, String tz, boolean isBot, Team team) {
  public Account(String id, String userName, String name, String locale, String tz, boolean isBot) {
    this(id, userName, name, locale, tz, isBot, Team.OURS);
  }

  public JsonObject user(Instant now, boolean withLocale) {
    ZoneId zone = ZoneId.of(tz);
    return new Fields()
        .put("id", id)
        .put("team_id", team.id())
        .put("name", userName)
        .put("deleted", false)
        .put("color", "2b6cb0")
        .put("real_name", name)
        .put("tz", tz)
        .put("tz_label", tz)
        .put("tz_offset", zone.getRules().getOffset(now).getTotalSeconds())
        .put("profile", profile())
        .put("is_admin", false)
        .put("is_owner", false)
        .put("is_restricted", false)
        .put("is_ultra_restricted", false)
        .put("is_bot", isBot)
        .put("is_app_user", false)
        .put("updated", now.getEpochSecond())
        .put("locale", withLocale && team.isOurs() ? locale : null)
        .put("is_stranger", team.isOurs() ? null : false)
        .json();
  }

  private JsonObject profile() {
    return new Fields()
        .put("real_name", name)
        .put("real_name_normalized", name)
        .put("display_name", name)
        .put("display_name_normalized", name)
        .put("first_name", name.split(" ")[0])
        .put("last_name", name.substring(name.indexOf(' ') + 1))
        .put("avatar_hash", "g" + userName)
        .put("status_text", "")
        .put("status_emoji", "")
        .put("team", team.id())
        .put("bot_id", isBot ? InstalledApp.BOT : null)
        .put("api_app_id", isBot ? InstalledApp.APP : null)
        .json();
  }

  /// How an interaction names who did it.
  public JsonObject inPayload() {
    return new Fields()
        .put("id", id)
        .put("username", userName)
        .put("name", userName)
        .put("team_id", team.id())
        .json();
  }
}
