package smallsteps.slack.missed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import smallsteps.MessageId;
import smallsteps.Reading;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Transcript;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.CallPace;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Pages;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.PostedMessage;

/// Reads a channel with its threads to the end. It takes its time, and leaves most of what Slack
/// allows in a minute to the calls that somebody waits for.
public final class Transcripts {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final CallPace.Limit GENTLE = new CallPace.Limit(Duration.ofSeconds(3), 20);

  /// Slack's word that nothing of a thread is left.
  private static final String NO_THREAD = "thread_not_found";

  private final Calls calls;
  private final Pages pages;
  private final WebApi api;
  private final InstantSource slackTime;

  /// @param slackTime by which what is read is dated: this machine's clock may be ahead of it
  public Transcripts(Calls calls, WebApi api, InstantSource slackTime) {
    this.calls = calls;
    pages = new Pages(calls);
    this.api = api;
    this.slackTime = slackTime;
  }

  /// A thread that Slack refuses by itself is left out; whatever else goes wrong ends the reading.
  Answer<Transcript> read(Reading reading, Identity self) {
    var begun = new Begun(reading);
    Optional<Answer<Transcript>> problem = begun.readChannel().or(begun::readThreads);
    if (problem.isPresent()) {
      return problem.get();
    }
    var lines = new Lines(reading, self, this::reactions);
    return new Answer.Ok<>(
        new Transcript(
            begun.at,
            begun.messages.values().stream().flatMap(lines::line).toList(),
            begun.threads,
            begun.isWhole));
  }

  private Optional<List<Given>> reactions(MessageId message) {
    return mayGoOn() ? api.reactions(message) : Optional.empty();
  }

  /// A reading under way. Each step returns what ended it; empty when all went well.
  private final class Begun {
    private final Reading reading;
    private Instant at;
    private final TreeMap<String, PostedMessage> messages = new TreeMap<>();
    private final Set<String> threads = new HashSet<>();
    private boolean isWhole = true;

    private Begun(Reading reading) {
      this.reading = reading;
    }

    private Optional<Answer<Transcript>> readChannel() {
      Answer<Pages.Page> before = page(part(null, null, reading.oldest()), "", 1);
      if (before.response().isEmpty()) {
        return Optional.of(before.failed());
      }
      add(before.response().get());
      at = slackTime.instant(); // the answer told it
      Answer<List<Pages.Page>> all = all(part(null, reading.oldest(), null));
      all.response().ifPresent(pages -> pages.forEach(this::add));
      return all.response().isPresent() ? Optional.empty() : Optional.of(all.failed());
    }

    private Optional<Answer<Transcript>> readThreads() {
      var wanted = new TreeSet<>(reading.threads());
      messages.values().stream()
          .filter(this::hasNewReplies)
          .map(PostedMessage::ts)
          .forEach(wanted::add);
      for (String threadTs : wanted) {
        Answer<List<Pages.Page>> replies = all(part(threadTs, reading.oldest(), null));
        boolean isRefused = replies instanceof Answer.Refused<List<Pages.Page>>;
        if (replies.response().isEmpty() && !isRefused) {
          return Optional.of(replies.failed());
        }
        replies.response().ifPresent(read -> read.forEach(this::add));
        if (!isRefused || (replies.problem().equals(NO_THREAD) && isNowhere(threadTs))) {
          threads.add(threadTs);
        }
      }
      return Optional.empty();
    }

    /// The channel doesn't show how the thread began either, nor the stone of it.
    private boolean isNowhere(String threadTs) {
      return threadTs.compareTo(reading.oldest()) > 0 && !messages.containsKey(threadTs);
    }

    private boolean hasNewReplies(PostedMessage message) {
      String latest = message.latestReply();
      return latest != null && latest.compareTo(reading.changedSince()) > 0;
    }

    private Pages.Part part(String threadTs, String oldest, String latest) {
      return new Pages.Part(reading.channelId(), threadTs, oldest, latest);
    }

    private void add(Pages.Page page) {
      page.messages().forEach(message -> messages.put(message.ts(), message));
      isWhole &= page.passedOver() == 0;
    }
  }

  private Answer<List<Pages.Page>> all(Pages.Part part) {
    var all = new ArrayList<Pages.Page>();
    var cursors = new HashSet<String>();
    String cursor = "";
    while (cursors.add(cursor)) {
      Answer<Pages.Page> answer = page(part, cursor, Pages.FULL);
      Optional<Pages.Page> page = answer.response();
      if (page.isEmpty()) {
        return answer.failed();
      }
      all.add(page.get());
      cursor = page.get().nextCursor();
      if (cursor.isEmpty() && !page.get().isCutOff()) {
        return new Answer.Ok<>(all);
      }
    }
    return new Answer.Unsure<>(Answer.UNREADABLE);
  }

  private Answer<Pages.Page> page(Pages.Part part, String cursor, int limit) {
    return mayGoOn()
        ? pages.read(part, cursor, limit, PATIENCE)
        : new Answer.NotSent<>(Calls.STOPPING);
  }

  /// False when the bot is told to end.
  private boolean mayGoOn() {
    return calls.waited("reading", GENTLE, PATIENCE);
  }
}
