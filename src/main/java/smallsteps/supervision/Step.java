package smallsteps.supervision;

/// One step of what goes on for as long as the bot lives. Whatever it throws ends the thread for a
/// moment only: it is logged by place, and the next step comes after a pause.
@FunctionalInterface
public interface Step {
  /// @return false when there is nothing more to do, for good
  boolean taken() throws InterruptedException;
}
