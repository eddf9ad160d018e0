package smallsteps.slack;

import java.util.List;
import java.util.Set;
import smallsteps.Reply.ReadReactions.Given;

/// Who the bot is in its workspace, as `auth.test` tells.
///
/// @param scopes what the token may do, from the answer's header
public record Identity(String teamId, String botUserId, String botId, Set<String> scopes) {

  /// Those that people gave: the bot's own confirmation says nothing.
  List<Given> byOthers(List<Given> all) {
    return all.stream()
        .map(given ->
            new Given(
                given.emoji(),
                given.userIds().stream().filter(userId -> !userId.equals(botUserId)).toList()))
        .filter(given -> !given.userIds().isEmpty())
        .toList();
  }
}
