package smallsteps.slack.people;

import java.time.Duration;
import smallsteps.People;
import smallsteps.User;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.payload.Profile;

/// What Slack tells of people and channels, for the rooms.
public record PeopleInSlack(Locales locales, Profiles profiles, WebApi api) implements People {
  private static final Duration DAY = Duration.ofDays(1);

  /// Somebody who leaves is asked for by those who wait to take over.
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  @Override
  public Person of(User user) {
    return locales.person(user);
  }

  @Override
  public String name(String teamId, String id) {
    return id.startsWith("C") || id.startsWith("G")
        ? channelName(id)
        : profiles.of(new User(teamId, id), DAY).map(Profile::name).orElse(null);
  }

  private String channelName(String id) {
    return switch (api.channelName(id)) {
      case Answer.Ok<String>(String name) -> name;
      case Answer.Refused<String> _ -> "";
      default -> null;
    };
  }

  @Override
  public boolean hasLeft(User user) {
    return profiles.of(user, A_MOMENT).filter(Profile::isGone).isPresent();
  }
}
