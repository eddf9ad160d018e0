package smallsteps.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Slack's word that the app was removed or its token revoked: nothing can be asked of Slack from
/// then on, and health says so. The same app may be installed elsewhere as well: what is told of
/// another workspace, or of another bot user's token, is not about us.
final class TokenLoss {
  private static final Set<String> EVENTS = Set.of("tokens_revoked", "app_uninstalled");

  private final Installation installation;
  private final Supplier<Identity> self;

  TokenLoss(Installation installation, Supplier<Identity> self) {
    this.installation = installation;
    this.self = self;
  }

  /// @param type an event's; may be null
  static boolean isAbout(String type) {
    return type != null && EVENTS.contains(type);
  }

  /// @param lost hears Slack's error code for it
  void listen(App app, Consumer<String> lost) {
    app.event(
        TokensRevokedEvent.class,
        (payload, _) -> {
          if (isOurs(payload) && isTokenOf(self.get().botUserId(), payload.getEvent())) {
            lost.accept("token_revoked");
          }
          return Response.ok();
        });
    app.event(
        AppUninstalledEvent.class,
        (payload, _) -> {
          if (isOurs(payload)) {
            lost.accept("account_inactive");
          }
          return Response.ok();
        });
  }

  private static boolean isTokenOf(String botUserId, TokensRevokedEvent event) {
    return Stream.ofNullable(event.getTokens())
        .map(TokensRevokedEvent.Tokens::getBot)
        .filter(Objects::nonNull)
        .anyMatch(bots -> bots.contains(botUserId));
  }

  private boolean isOurs(EventsApiPayload<?> payload) {
    String kind = payload.getEvent().getType();
    return installation.workspace(kind, Whose.of(payload), self.get()).isPresent();
  }
}
