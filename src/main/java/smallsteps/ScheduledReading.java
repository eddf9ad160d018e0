package smallsteps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Reading that comes round, once the bot serves: `due` is told the time now and returns the
/// channels to be read.
public record ScheduledReading(String name, Duration every, Function<Instant, List<Reading>> due) {}
