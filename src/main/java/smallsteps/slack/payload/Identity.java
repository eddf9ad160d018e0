package smallsteps.slack.payload;

import java.util.List;
import java.util.Set;
import smallsteps.Reply.ReadReactions.Given;

/// Who the bot is in its workspace, as `auth.test` tells.
///
/// @param teamId what all that is kept is kept by: the workspace, or the organisation where one has
///   installed the bot as a whole and Slack names no workspace
/// @param organisation the organisation's id, `E…`; null outside of one
/// @param isOrganisation installed for a whole organisation: workspaces come and go in it
/// @param scopes what the token may do, from the answer's header
public record Identity(
    String teamId,
    String organisation,
    boolean isOrganisation,
    String botUserId,
    String botId,
    Set<String> scopes) {

  /// Those that people gave: the bot's own confirmation says nothing, nor does Slackbot.
  public List<Given> byOthers(List<Given> all) {
    return all.stream()
        .map(given ->
            new Given(
                given.emoji(),
                given.userIds().stream().filter(id -> Author.isPerson(id, botUserId)).toList()))
        .filter(given -> !given.userIds().isEmpty())
        .toList();
  }
}
