package smallsteps.app;

import java.util.List;
import smallsteps.Feature;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.storage.Database;

/// A bot without rooms: what the commands work with where none is wired.
final class Unwired implements Runner {
  @Override
  public int run(Environment environment) {
    throw new SetupException("This build has no rooms to run.");
  }

  @Override
  public int rehearse(Environment environment, int port) {
    throw new SetupException("This build has no rooms to rehearse.");
  }

  @Override
  public Rooms rooms(Environment environment, Database database) {
    return new Rooms() {
      @Override
      public List<Feature> features() {
        return List.of();
      }

      @Override
      public List<PlannedChannel> plannedChannels() {
        return List.of();
      }
    };
  }
}
