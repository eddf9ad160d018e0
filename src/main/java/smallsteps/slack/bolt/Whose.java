package smallsteps.slack.bolt;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.MalformedException;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.SlackEvent;

/// What a payload of Slack's says of where it belongs.
///
/// In a channel shared with another organisation Slack names several teams. The one that counts is
/// the one in which the app is installed: a view's `app_installed_team_id`, an event's
/// `authorizations`, the team of a message of ours. Commands and shortcuts are there for the people
/// of the installation alone, so that theirs is named by `team`. What else is named is where a
/// person is at home. Where a whole organisation has installed the app, there may be no team.
///
/// @param installed the team in which the app is installed; null where Slack doesn't say
/// @param other some team that is named besides; null for none
/// @param organisation the organisation (Enterprise) of the installation; null where none is named
record Whose(String installed, String other, String organisation) {
  Whose {
    installed = first(installed);
    other = first(other);
    organisation = first(organisation);
  }

  static Whose of(SlashCommandPayload from) {
    return new Whose(from.getTeamId(), null, from.getEnterpriseId());
  }

  static Whose of(GlobalShortcutPayload from) {
    return new Whose(
        in(from.getTeam(), GlobalShortcutPayload.Team::getId),
        in(from.getUser(), GlobalShortcutPayload.User::getTeamId),
        in(from.getEnterprise(), GlobalShortcutPayload.Enterprise::getId));
  }

  static Whose of(MessageShortcutPayload from) {
    return new Whose(
        in(from.getTeam(), MessageShortcutPayload.Team::getId),
        in(from.getUser(), MessageShortcutPayload.User::getTeamId),
        in(from.getEnterprise(), MessageShortcutPayload.Enterprise::getId));
  }

  static Whose of(ViewSubmissionPayload from) {
    return new Whose(
        in(from.getView(), View::getAppInstalledTeamId),
        first(
            in(from.getTeam(), ViewSubmissionPayload.Team::getId),
            in(from.getView(), View::getTeamId),
            in(from.getUser(), ViewSubmissionPayload.User::getTeamId)),
        in(from.getEnterprise(), ViewSubmissionPayload.Enterprise::getId));
  }

  static Whose of(BlockActionPayload from) {
    return new Whose(
        first(
            in(from.getView(), View::getAppInstalledTeamId),
            in(from.getMessage(), Message::getTeam)),
        first(
            in(from.getTeam(), BlockActionPayload.Team::getId),
            in(from.getView(), View::getTeamId),
            in(from.getUser(), BlockActionPayload.User::getTeamId)),
        in(from.getEnterprise(), BlockActionPayload.Enterprise::getId));
  }

  static Whose of(BlockSuggestionPayload from) {
    return new Whose(
        in(from.getView(), View::getAppInstalledTeamId),
        first(
            in(from.getTeam(), BlockSuggestionPayload.Team::getId),
            in(from.getView(), View::getTeamId),
            in(from.getUser(), BlockSuggestionPayload.User::getTeamId)),
        in(from.getEnterprise(), BlockSuggestionPayload.Enterprise::getId));
  }

  static Whose of(SlackEvent.Envelope from) {
    return event(from.authorization(), from.contextTeamId(), from.teamId(), from.enterpriseId());
  }

  /// In a shared channel the outermost `team_id` may be the other organisation's.
  private static Whose event(
      SlackEvent.Authorization authorization, String context, String team, String enterprise) {
    return authorization == null
        ? new Whose(first(context, team), null, enterprise)
        : new Whose(authorization.teamId(), first(context, team), authorization.enterpriseId());
  }

  private static <T> String in(T part, Function<T, String> id) {
    return part == null ? null : id.apply(part);
  }

  /// An empty one names nothing, as one that is missing.
  private static String first(String... ids) {
    return Stream.of(ids).filter(id -> id != null && !id.isBlank()).findFirst().orElse(null);
  }

  /// The workspace by which all of it is kept: always the one that installed us, whoever it is
  /// from. Empty when it is another's.
  ///
  /// @param self null as long as Slack has not told who we are
  /// @throws MalformedException when nothing is named at all
  Optional<String> workspace(Identity self) {
    String named = MalformedException.need("team", first(installed, other, organisation));
    if (self == null) {
      return Optional.of(named);
    }
    return isOf(self) ? Optional.of(self.teamId()) : Optional.empty();
  }

  private boolean isOf(Identity self) {
    return self.isOrganisation()
        ? organisation == null || organisation.equals(self.organisation())
        : installed == null || installed.equals(self.teamId());
  }
}
