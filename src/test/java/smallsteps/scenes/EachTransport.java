package smallsteps.scenes;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A scene of its own for each test, over Socket Mode and over HTTP.
@ParameterizedClass
@EnumSource(Scene.Transport.class)
abstract class EachTransport extends OwnScene {
  @Parameter Scene.Transport transport;

  @Override
  final Scene.Transport transport() {
    return transport;
  }
}
