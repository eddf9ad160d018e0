package smallsteps.slack.payload;

import java.util.Objects;
import java.util.stream.Stream;

/// What Slack tells of a person.
///
/// @param locale `sv-SE`; blank where Slack has none
/// @param zone `Europe/Stockholm`; blank where Slack has none
/// @param name as others see it; blank where Slack has none
/// @param isGone is of this workspace no more
public record Profile(String locale, String zone, String name, boolean isGone) {
  public static final Profile NOTHING = new Profile("", "", "", false);
  public static final Profile GONE = new Profile("", "", "", true);

  public static Profile of(LooseJson user) {
    LooseJson profile = user.in("profile");
    String name =
        Stream.of(
                profile.text("display_name"),
                profile.text("real_name"),
                user.text("real_name"),
                user.text("name"))
            .filter(told -> told != null && !told.isBlank())
            .findFirst()
            .map(String::strip)
            .orElse("");
    return new Profile(
        Objects.requireNonNullElse(user.text("locale"), ""),
        Objects.requireNonNullElse(user.text("tz"), ""),
        name,
        user.is("deleted"));
  }
}
