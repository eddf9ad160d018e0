package smallsteps;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Work that comes round. `run` is told the time now; it is never run twice at once, and a run that
/// came late is not made up for.
public record ScheduledJob(String name, Duration every, Consumer<Instant> run) {}
