package smallsteps.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import smallsteps.Secret;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.slack.api.Body;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.HandWound;
import smallsteps.slack.api.Pages;
import smallsteps.slack.api.SlackTime;
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
  private final MethodsClient client = mock(MethodsClient.class);
  private final HandWound time = new HandWound();
  private final Queue<Met> met = new ArrayDeque<>();
  private final List<String> standing = new ArrayList<>();
  private final List<Outcome> ends = new ArrayList<>();
  private Instant now = NOON;
  private Outbox outbox;
  private Deliveries deliveries;
  private boolean isFindable = true;

  @BeforeEach
  void connect() throws Exception {
    database = Migrated.open(folder.resolve("outbox.db"));
    afterAck = new AfterAck(time);
    when(client.postFormWithTokenAndParseResponse(any(), eq("chat.postMessage"), any(), any()))
        .thenAnswer(_ -> posted());
    when(client.postFormWithTokenAndParseResponse(any(), eq("conversations.history"), any(), any()))
        .thenAnswer(_ -> answer("{\"ok\": true, \"messages\": " + standing + "}"));
    var slack = mock(Slack.class);
    when(slack.methods()).thenReturn(client);
    outbox = new Outbox(database, () -> now, new Outbox.Terms("one", LEASE, LOST));
    outbox.kind("nudge", new Nudge());
    deliveries = deliveries(slack, new SlackTime(() -> now, time));
  }

  private Deliveries deliveries(Slack slack, SlackTime slackTime) {
    var metrics = new SimpleMeterRegistry();
    var calls = new Calls(slack, new Secret("xoxb-1"), metrics, time, slackTime);
    var acts = new Acts(new WebApi(calls), mock(Homes.class));
    var sentPosts = new SentPosts(new Pages(calls), time);
    return new Deliveries(
        calls,
        new Courier(calls, acts, sentPosts, outbox, () -> now, slackTime),
        outbox,
        new Waiters(),
        mock(Replies.class),
        afterAck,
        metrics,
        () -> now,
        slackTime,
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
    verifyCalls("conversations.history", 0);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatStandsThoughItBrokeOffIsFoundAndNotPostedAgain(Exception thrown) throws Exception {
    met.add(new Met(thrown, true));
    owe("C1");

    look();
    assertThat(ends).containsExactly(new Outcome.Done("1.1"));
    verifyCalls("chat.postMessage", 1);
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void whatBrokeOffIsPostedAgainOnlyWhenItCanNoLongerArrive(Exception thrown) throws Exception {
    met.add(new Met(thrown, false));
    owe("C1");

    for (Duration passed = Duration.ZERO; passed.compareTo(LOST) < 0; passed = pass(LEASE)) {
      look();
      verifyCalls("chat.postMessage", 1);
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
    verifyCalls("chat.postMessage", 1);
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
    verifyCalls("chat.postMessage", 2);
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
    time.sleep(duration);
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

  private static Body answer(String json) {
    return new Gson().fromJson(json, Body.class);
  }

  private void verifyCalls(String method, int calls) throws Exception {
    verify(client, times(calls))
        .postFormWithTokenAndParseResponse(any(), eq(method), any(), eq(Body.class));
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
