package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;

/** Somebody in the workspace, as users.info tells of them. */
record Profile(String id, String userName, String name, String locale, String tz, boolean isBot) {
  JsonObject user(Instant now, boolean withLocale) {
    ZoneId zone = ZoneId.of(tz);
    return Wire.object(
        "id",
        id,
        "team_id",
        State.TEAM,
        "name",
        userName,
        "deleted",
        false,
        "color",
        "2b6cb0",
        "real_name",
        name,
        "tz",
        tz,
        "tz_label",
        tz,
        "tz_offset",
        zone.getRules().getOffset(now).getTotalSeconds(),
        "profile",
        profile(),
        "is_admin",
        false,
        "is_owner",
        false,
        "is_restricted",
        false,
        "is_ultra_restricted",
        false,
        "is_bot",
        isBot,
        "is_app_user",
        false,
        "updated",
        now.getEpochSecond(),
        "locale",
        withLocale ? locale : null);
  }

  private JsonObject profile() {
    return Wire.object(
        "real_name",
        name,
        "real_name_normalized",
        name,
        "display_name",
        name,
        "display_name_normalized",
        name,
        "first_name",
        name.split(" ")[0],
        "last_name",
        name.substring(name.indexOf(' ') + 1),
        "avatar_hash",
        "g" + userName,
        "status_text",
        "",
        "status_emoji",
        "",
        "team",
        State.TEAM,
        "bot_id",
        isBot ? InstalledApp.BOT : null,
        "api_app_id",
        isBot ? InstalledApp.APP : null);
  }

  /** How an interaction names who did it. */
  JsonObject inPayload() {
    return Wire.object("id", id, "username", userName, "name", userName, "team_id", State.TEAM);
  }
}
