package smallsteps.slack;

import java.util.Set;

/// Who the bot is in its workspace, as `auth.test` tells.
///
/// @param scopes what the token may do, from the answer's header
public record Identity(String teamId, String botUserId, String botId, Set<String> scopes) {}
