package smallsteps;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reading that comes round, once the bot serves: `due` is told the time now and returns the
/// channels to be read. Each is made ready when its turn comes: all at once they would hold two
/// weeks of every channel.
public record ScheduledReading(
    String name, Duration every, Function<Instant, Stream<Reading>> due) {}
