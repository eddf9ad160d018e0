package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.wire.Wire;

/// The day the app is shown out.
class EndOfLifeTest {
  @Test
  void aRevokedTokenIsToldAndThenRefused() throws Exception {
    try (Workspace workspace = Workspace.start(0, InstantSource.system())) {
      workspace.install(TestManifest.json());
      workspace.faults().revokeToken();
      assertThat(token(workspace)).isEqualTo("token_revoked");
      workspace.faults().uninstall();
      assertThat(token(workspace)).isEqualTo("account_inactive");
      workspace.install(TestManifest.json());
      assertThat(token(workspace)).isNull();
      assertThat(workspace.events())
          .extracting(each -> Wire.text(Wire.child(each, "event"), "type"))
          .containsExactly("tokens_revoked");
    }
  }

  private static String token(Workspace workspace) throws Exception {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
    Slack slack = Slack.getInstance(config);
    try {
      return slack.methods(workspace.botToken()).authTest(r -> r).getError();
    } finally {
      slack.close();
    }
  }
}
