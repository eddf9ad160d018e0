package smallsteps.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static smallsteps.slack.api.MockedSlack.answer;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.slack.api.Body;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.MockedSlack;
import smallsteps.slack.api.Pages;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.reply.AfterAck;
import smallsteps.slack.reply.Homes;
import smallsteps.slack.reply.Replies;
import smallsteps.slack.reply.Waiters;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.storage.Sql;

/// Slack's client throws in the middle of a post: once the message stands, or while it does not.
class BrokenOffTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration LOST = Duration.ofMinutes(5);

  /// What a post meets.
  private record Met(Throwable thrown, boolean stands) {}

  @TempDir private Path folder;
  @AutoClose private Database database;
  @AutoClose private AfterAck afterAck;
  private Instant now = NOON;
  private final MockedSlack slack = new MockedSlack(() -> now);
  private final Queue<Met> met = new ArrayDeque<>();
  private final List<String> standing = new ArrayList<>();
  private final List<Outcome> ends = new ArrayList<>();
  private Outbox outbox;
  private Deliveries deliveries;
  private boolean isFindable = true;

  @BeforeEach
  void connect() throws Exception {
    database = Migrated.open(folder.resolve("outbox.db"));
    afterAck = new AfterAck(slack.time);
    slack.comesTo(doAnswer(_ -> posted()), "chat.postMessage");
    slack.comesTo(
        doAnswer(_ -> answer("{\"ok\": true, \"messages\": " + standing + "}")),
        "conversations.history");
    outbox = new Outbox(database, () -> now, new Outbox.Terms("one", LEASE, LOST));
    outbox.kind("nudge", new Nudge());
    deliveries = deliveries();
  }

  private Deliveries deliveries() {
    Calls calls = slack.calls;
    var acts = new Acts(new WebApi(calls), mock(Homes.class));
    var sentPosts = new SentPosts(new Pages(calls), slack.time);
    return new Deliveries(
        calls,
        new Courier(calls, acts, sentPosts, outbox, () -> now, slack.slackTime),
        outbox,
        new Waiters(),
        mock(Replies.class),
        afterAck,
        slack.metrics,
        () -> now,
        slack.slackTime,
        () -> Optional.of("T1"));
  }

  static Stream<Exception> exceptions() {
    return Stream.of(new EOFException(), new IllegalStateException());
  }

  @Test
  void whatNeverLeftTheMachineIsPostedAtOnceWithoutALook() throws Exception {
    met.add(new Met(new UnknownHostException(), false));
    owe("C1");

    look();
    assertThat(ends).containsExactly(new Outcome.Done("1.1"));
    slack.verifyCalls("conversations.history", 0);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatStandsThoughItBrokeOffIsFoundAndNotPostedAgain(Exception thrown) throws Exception {
    met.add(new Met(thrown, true));
    owe("C1");

    look();
    assertThat(ends).containsExactly(new Outcome.Done("1.1"));
    slack.verifyCalls("chat.postMessage", 1);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatBrokeOffIsPostedAgainOnlyWhenItCanNoLongerArrive(Exception thrown) throws Exception {
    met.add(new Met(thrown, false));
    owe("C1");

    for (Duration passed = Duration.ZERO; passed.compareTo(LOST) < 0; passed = pass(LEASE)) {
      look();
      slack.verifyCalls("chat.postMessage", 1);
    }
    pass(LEASE);
    look();
    assertThat(ends).containsExactly(new Outcome.Done("1.1"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatNobodyCanLookForIsNotPostedAgain(Exception thrown) throws Exception {
    met.add(new Met(thrown, false));
    isFindable = false;
    owe("C1");

    look();
    assertThat(ends).singleElement().isInstanceOf(Outcome.Unsure.class);
    slack.verifyCalls("chat.postMessage", 1);
  }

  @Test
  void anErrorOfThisMachinesKeepsNothingElseWaitingAndWhatItBrokeOffIsLookedFor() throws Exception {
    met.add(new Met(new OutOfMemoryError("by a test"), true));
    owe("C1");
    look();
    assertThat(ends).isEmpty();

    owe("C2");
    look();
    assertThat(ends).containsExactly(new Outcome.Done("2.1"));
    pass(LEASE);
    look();
    assertThat(ends).containsExactly(new Outcome.Done("2.1"), new Outcome.Done("1.1"));
    slack.verifyCalls("chat.postMessage", 2);
  }

  /// More of them than are done at once.
  @Test
  void whatCannotBeMadeBecauseOfAnErrorKeepsNothingElseWaiting() {
    List<String> broken = IntStream.range(0, 10).mapToObj(i -> "BROKEN" + i).toList();
    broken.forEach(this::owe);
    owe("C1");

    look();
    assertThat(ends).containsExactly(new Outcome.Done("1.1"));
    assertThat(outbox.waitingOfAll().count()).isEqualTo(broken.size());
  }

  private void owe(String channelId) {
    database.write(sql -> {
      outbox.kind("nudge").owe(sql, new Channel("T1", channelId), "1");
      return null;
    });
  }

  private void look() {
    deliveries.look();
    afterAck.awaitIdle();
  }

  /// How long it is since the beginning then.
  private Duration pass(Duration duration) throws InterruptedException {
    now = now.plus(duration);
    slack.time.sleep(duration);
    return Duration.between(NOON, now);
  }

  /// What Slack's client comes to.
  private Body posted() throws Throwable {
    Met now = met.isEmpty() ? new Met(null, true) : met.remove();
    String ts = standing.size() + 1 + ".1";
    if (now.stands()) {
      standing.add(
          """
          {"ts": "%s", "metadata": {"event_type": "nudge", "event_payload": {"n": "1"}}}\
          """
              .formatted(ts));
    }
    if (now.thrown() != null) {
      throw now.thrown();
    }
    return answer("{\"ok\": true, \"ts\": \"" + ts + "\"}");
  }

  private final class Nudge implements Sending {
    @Override
    public Wanted wanted(Debt debt) {
      if (debt.channelId().startsWith("BROKEN")) {
        throw new LinkageError("by a test");
      }
      var metadata = new Act.Metadata("nudge", Map.of("n", "1"));
      return Wanted.now(
          new Act.Post(
              debt.channelId(), null, Content.of("En puff"), isFindable ? metadata : null));
    }

    @Override
    public void settled(Sql sql, Debt debt, Outcome outcome) {
      ends.add(outcome);
    }
  }
}
