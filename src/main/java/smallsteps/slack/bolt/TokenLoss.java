package smallsteps.slack.bolt;

import com.slack.api.bolt.response.Response;
import java.util.function.Consumer;
import java.util.function.Supplier;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.SlackEvent;

/// Slack's word that the app was removed or its token revoked: nothing can be asked of Slack from
/// then on, and health says so. The same app may be installed elsewhere as well: what is told of
/// another bot user's token is not about us.
///
/// @param lost hears Slack's error code for it
public record TokenLoss(Supplier<Identity> self, Consumer<String> lost) {

  Response uninstalled() {
    lost.accept("account_inactive");
    return Response.ok();
  }

  /// What names the tokens in a shape that we don't know is about none of ours: the next call
  /// tells.
  Response revoked(SlackEvent event) {
    if (event.revokedBots().contains(self.get().botUserId())) {
      lost.accept("token_revoked");
    }
    return Response.ok();
  }
}
