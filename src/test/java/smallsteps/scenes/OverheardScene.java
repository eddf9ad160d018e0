package smallsteps.scenes;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A scene of its own for each test, in which somebody between Slack and the bot may say otherwise
/// what Slack tells it.
abstract class OverheardScene extends OwnScene {
  Recorder between;

  @BeforeEach
  final void somebodyStandsBetween() throws IOException {
    between = new Recorder(scene.events(), scene.workspace.signingSecret());
    scene.workspace.deliverTo(between.address());
  }

  @AfterEach
  final void nobodyStandsBetween() {
    between.close();
  }
}
