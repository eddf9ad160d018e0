package smallsteps.supervision;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Starts everything that must live as long as the bot, a thread for each. What ends is started
/// again, after a pause that grows, and can be seen in health by its name.
public final class Supervisor {
  private static final Duration RECENTLY = Duration.ofMinutes(10);

  private final List<Part> parts = new CopyOnWriteArrayList<>();
  private final Consumer<String> beforeStep;

  public Supervisor() {
    this(_ -> {});
  }

  /// @param beforeStep hears a part's name before each of its steps, in its thread; what it throws
  ///   ends that part, as what its own step throws does
  public Supervisor(Consumer<String> beforeStep) {
    this.beforeStep = beforeStep;
  }

  /// @param name in the log and in health: `socket-watch`
  /// @param step taken again and again, until it says that all is done
  public Part start(String name, Step step) {
    var part =
        new Part(
            name,
            () -> {
              beforeStep.accept(name);
              return step.taken();
            });
    parts.add(part);
    part.start();
    return part;
  }

  /// The names of all that was started and is not over for good.
  public List<String> parts() {
    return parts.stream().filter(part -> !part.isOver()).map(Part::name).toList();
  }

  /// What has ended and is not yet started again, each in a sentence.
  public List<String> problems() {
    return parts.stream().filter(Part::isDown).map(Part::sentence).toList();
  }

  /// What had to be started again a short while ago, each in a sentence.
  public List<String> warnings() {
    return parts.stream()
        .filter(part -> !part.isDown() && part.hasEndedWithin(RECENTLY))
        .map(Part::sentence)
        .toList();
  }
}
