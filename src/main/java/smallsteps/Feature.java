package smallsteps;

import java.util.List;

/// A room: one thing that people get. It takes values and returns values, and never sees Bolt, a
/// Slack client, Quartz or a connection.
public interface Feature {
  List<Listener> listeners();

  default List<ScheduledJob> jobs() {
    return List.of();
  }

  default List<ScheduledReading> readings() {
    return List.of();
  }

  default List<UserTable> userTables() {
    return List.of();
  }

  default List<PastTime> pastTimes() {
    return List.of();
  }
}
