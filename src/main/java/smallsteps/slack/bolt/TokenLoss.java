package smallsteps.slack.bolt;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.SlackEvent;

/// Slack's word that the app was removed or its token revoked: nothing can be asked of Slack from
/// then on, and health says so. The same app may be installed elsewhere as well: what is told of
/// another workspace, or of another bot user's token, is not about us.
public final class TokenLoss {
  private static final String REVOKED = "tokens_revoked";
  private static final Set<String> EVENTS = Set.of(REVOKED, "app_uninstalled");

  private final Installation installation;
  private final Supplier<Identity> self;
  private final Consumer<String> lost;

  /// @param lost hears Slack's error code for it
  public TokenLoss(Installation installation, Supplier<Identity> self, Consumer<String> lost) {
    this.installation = installation;
    this.self = self;
    this.lost = lost;
  }

  /// @param type an event's; may be null
  static boolean isAbout(String type) {
    return type != null && EVENTS.contains(type);
  }

  /// What names the tokens in a shape that we don't know is about none of ours: the next call
  /// tells.
  void heard(SlackEvent.Envelope envelope) {
    String type = envelope.event().type();
    Identity us = self.get();
    if (installation.workspace(type, Whose.of(envelope), us).isEmpty()) {
      return;
    }
    if (!type.equals(REVOKED)) {
      lost.accept("account_inactive");
    } else if (envelope.event().revokedBots().contains(us.botUserId())) {
      lost.accept("token_revoked");
    }
  }
}
