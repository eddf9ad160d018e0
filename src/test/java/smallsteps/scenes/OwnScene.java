package smallsteps.scenes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A scene of its own for each test, over HTTP: for what is the same whatever brings Slack's
/// requests in. Much of a scene is waiting, and they are played beside each other.
@Execution(ExecutionMode.CONCURRENT)
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
