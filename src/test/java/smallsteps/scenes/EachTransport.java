package smallsteps.scenes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A scene of its own for each test, over Socket Mode and over HTTP.
@ParameterizedClass
@EnumSource(Scene.Transport.class)
abstract class EachTransport {
  @Parameter Scene.Transport transport;
  Scene scene;

  @BeforeEach
  final void theSceneBegins() throws Exception {
    scene = new Scene(transport);
  }

  @AfterEach
  final void theSceneEnds() throws Exception {
    scene.close();
  }
}
