package smallsteps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Work that comes round. `run` is told the time now and returns what is to be posted; it is never
/// run twice at once, and a run that came late is not made up for.
public record ScheduledJob(String name, Duration every, Function<Instant, List<Post>> run) {}
