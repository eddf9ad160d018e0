package smallsteps.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.util.List;
import java.util.function.Consumer;

/// Slack's word that the app was removed or its token revoked: nothing can be asked of Slack from
/// then on, and health says so.
final class TokenLoss {
  private TokenLoss() {}

  /// @param lost hears Slack's error code for it
  static void listen(App app, Consumer<String> lost) {
    app.event(
        TokensRevokedEvent.class,
        (event, _) -> {
          List<String> bots = event.getEvent().getTokens().getBot();
          if (bots != null && !bots.isEmpty()) {
            lost.accept("token_revoked");
          }
          return Response.ok();
        });
    app.event(
        AppUninstalledEvent.class,
        (_, _) -> {
          lost.accept("account_inactive");
          return Response.ok();
        });
  }
}
