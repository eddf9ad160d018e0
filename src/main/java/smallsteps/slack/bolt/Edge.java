package smallsteps.slack.bolt;

import com.slack.api.bolt.response.Response;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Content;
import smallsteps.MalformedException;
import smallsteps.NameAndPlace;
import smallsteps.Reply;
import smallsteps.config.Words;
import smallsteps.slack.people.Locales;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;
import smallsteps.storage.Database;

/// The one place that catches what a room did not expect. An event is answered 500, so that Slack
/// sends it again; a person is told that it did not work, and whether something was kept. The log
/// says what and where, never what somebody wrote.
public final class Edge {
  private static final Logger log = LoggerFactory.getLogger(Edge.class);

  private final MeterRegistry metrics;
  private final Words words;
  private final Locales locales;
  private final Replies replies;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  public Edge(MeterRegistry metrics, Words words, Locales locales, Replies replies) {
    this.metrics = metrics;
    this.words = words;
    this.locales = locales;
    this.replies = replies;
  }

  /// @param what the command, the callback or the event type
  Response run(String what, Origin origin, Supplier<Response> work) {
    long began = System.nanoTime();
    long kept = Database.keptByThisThread();
    try {
      return work.get();
    } catch (MalformedException notSlacks) {
      throw notSlacks; // no fault of a room's: the transport refuses it
    } catch (RuntimeException | StackOverflowError e) {
      log.error(
          "{} failed in workspace {}, channel {}: {}",
          what,
          origin.user() == null ? null : origin.user().teamId(),
          origin.channelId(),
          NameAndPlace.of(e));
      metrics.counter("smallsteps.failures", "what", what).increment();
      return Database.keptByThisThread() > kept ? failedAfterKeeping(origin) : failed(origin);
    } finally {
      timers
          .computeIfAbsent(what, name -> metrics.timer("smallsteps.requests", "what", name))
          .record(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /// Who would be told to try again would say it twice. An event may come again: it changes
  /// nothing.
  private Response failedAfterKeeping(Origin origin) {
    if (origin.kind() == Origin.Kind.EVENT) {
      return Response.error(500);
    }
    return sorry(origin, "app.failed_but_kept");
  }

  private Response sorry(Origin origin, String key) {
    String sentence = words.in(locales.of(origin.user())).say(key);
    return replies.ack(Reply.onlyYou(Content.of(sentence)), origin);
  }

  /// Slack keeps a modal open, with all that was typed, when its submission is answered 500.
  private Response failed(Origin origin) {
    if (origin.kind() == Origin.Kind.EVENT || origin.kind() == Origin.Kind.SUBMISSION) {
      return Response.error(500);
    }
    return sorry(origin, "app.failed");
  }
}
