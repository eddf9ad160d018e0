package smallsteps.slack.missed;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Missed;
import smallsteps.NameAndPlace;
import smallsteps.Reading;
import smallsteps.Reading.Result;
import smallsteps.Transcript;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Calls;
import smallsteps.slack.bolt.Events;
import smallsteps.slack.payload.Identity;

/// Reads what the bot has missed and has it told to the rooms.
public final class Readings {
  private static final Logger log = LoggerFactory.getLogger(Readings.class);
  private static final Set<String> NOT_THERE = Set.of("not_in_channel", "channel_not_found");

  private final Transcripts transcripts;
  private final Events events;
  private final Supplier<Identity> self;

  /// By channel what was last wrong there: it is logged when it is news.
  private final ConcurrentHashMap<String, String> problems = new ConcurrentHashMap<>();

  public Readings(Transcripts transcripts, Events events, Supplier<Identity> self) {
    this.transcripts = transcripts;
    this.events = events;
    this.self = self;
  }

  /// When the bot ends half way nothing is settled: the next one reads again.
  public void read(Reading reading) {
    var result = Result.NOT_WHOLE;
    try {
      result = handOver(reading);
    } catch (RuntimeException e) {
      problem(reading, NameAndPlace.of(e));
    }
    if (!Thread.currentThread().isInterrupted()) {
      reading.settle().accept(result);
    }
  }

  private Result handOver(Reading reading) {
    return switch (transcripts.read(reading, self.get())) {
      case Answer.Ok<Transcript>(Transcript transcript) -> {
        problems.remove(reading.channelId());
        boolean isKept = tell(reading.messages().apply(transcript));
        isKept &= tell(reading.reactions().apply(transcript));
        yield isKept ? Result.WHOLE : Result.NOT_WHOLE;
      }
      case Answer.Refused<Transcript>(String error) -> {
        problem(reading, error);
        yield NOT_THERE.contains(error) ? Result.NOT_A_MEMBER : Result.NOT_WHOLE;
      }
      case Answer.NotSent<Transcript>(String reason) -> broken(reading, reason);
      case Answer.Unsure<Transcript>(String reason) -> broken(reading, reason);
    };
  }

  private Result broken(Reading reading, String reason) {
    if (!reason.equals(Calls.STOPPING)) {
      problem(reading, reason);
    }
    return Result.NOT_WHOLE;
  }

  /// All of them, also after one that could not be kept.
  private boolean tell(List<Missed> missed) {
    return missed.stream().map(events::tell).reduce(true, Boolean::logicalAnd);
  }

  private void problem(Reading reading, String problem) {
    if (!problem.equals(problems.put(reading.channelId(), problem))) {
      log.warn(
          "What was missed in workspace {}, channel {} could not be read: {}",
          reading.teamId(),
          reading.channelId(),
          problem);
    }
  }
}
