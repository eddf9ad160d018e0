package smallsteps.scenes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A scene of its own for each test, over HTTP: for what is the same whatever brings Slack's
/// requests in.
abstract class OwnScene {
  Scene scene;

  Scene.Transport transport() {
    return Scene.Transport.HTTP;
  }

  @BeforeEach
  final void theSceneBegins() throws Exception {
    scene = new Scene(transport());
  }

  @AfterEach
  final void theSceneEnds() throws Exception {
    scene.close();
  }
}
