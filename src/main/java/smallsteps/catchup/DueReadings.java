package smallsteps.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.OwnWorkspace;
import smallsteps.Reading;
import smallsteps.Reading.Result;
import smallsteps.Span;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.plans.Plans;
import smallsteps.plans.Plans.PlannedChannel;
import smallsteps.reactions.Reactions;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Which channels are to be read again: each once after a start, and then every hour.
final class DueReadings {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofMinutes(10);

  private final Database database;
  private final Plans plans;
  private final Nudges nudges;
  private final Wins wins;
  private final Reactions reactions;
  private final OwnWorkspace ownWorkspace;
  private final Map<PlannedChannel, Span> rests = new ConcurrentHashMap<>();

  DueReadings(
      Database database,
      Plans plans,
      Nudges nudges,
      Wins wins,
      Reactions reactions,
      OwnWorkspace ownWorkspace) {
    this.database = database;
    this.plans = plans;
    this.nudges = nudges;
    this.wins = wins;
    this.reactions = reactions;
    this.ownWorkspace = ownWorkspace;
  }

  /// Each is taken and made ready when its turn comes.
  Stream<Reading> at(Instant now) {
    return ownWorkspace.teamId().map(plans::plannedChannels).orElse(List.of()).stream()
        .filter(channel -> takes(channel, now))
        .map(channel -> reading(channel, now));
  }

  /// One look takes a channel; another at the same time leaves it.
  private boolean takes(PlannedChannel channel, Instant now) {
    Span before = rests.get(channel);
    var rest = new Span(now, EVERY);
    if (before == null) {
      return rests.putIfAbsent(channel, rest) == null;
    }
    return !before.holds(now) && rests.replace(channel, before, rest);
  }

  private Reading reading(PlannedChannel planned, Instant now) {
    Channel channel = planned.channel();
    Instant until =
        database
            .read(sql -> new HeardStore(sql).until(channel))
            .map(told -> Window.since(told, planned.since(), now))
            .orElse(planned.since());
    var window = Window.after(channel, until);
    List<Nudge> posted =
        nudges.of(channel, window.oldestNudge(), null).stream()
            .filter(nudge -> nudge.ts() != null)
            .toList();
    List<Win> kept = wins.after(window.message(window.oldest()));
    var missed = new MissedMessages(window, kept);
    var readAt = new AtomicReference<>(now);
    return new Reading(
        channel.teamId(),
        channel.id(),
        window.oldest(),
        window.sinceTs(),
        threads(window, kept, posted),
        transcript -> {
          readAt.set(transcript.at()); // by Slack's clock
          return missed.in(transcript);
        },
        new MissedReactions(window, posted, wins, reactions)::in,
        result -> settle(planned, now, readAt.get(), result));
  }

  /// Those of which the channel itself would not tell: a kept reply changes without a new one, and
  /// an older nudge stands before what is read.
  private static Set<String> threads(Window window, List<Win> kept, List<Nudge> posted) {
    return Stream.concat(
            kept.stream().map(Win::threadTs).filter(Objects::nonNull),
            posted.stream().map(Nudge::ts).filter(ts -> ts.compareTo(window.oldest()) <= 0))
        .collect(Collectors.toSet());
  }

  /// What is said where the bot is no member is not the bot's to hear, also not later.
  private void settle(PlannedChannel planned, Instant now, Instant readAt, Result result) {
    switch (result) {
      case WHOLE, NOT_A_MEMBER -> keep(planned.channel(), readAt);
      case NOT_WHOLE -> rests.put(planned, new Span(now, RETRY));
    }
  }

  private void keep(Channel channel, Instant heardUntil) {
    database.write(sql -> {
      new HeardStore(sql).put(channel, heardUntil);
      return null;
    });
  }
}
