package smallsteps.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import smallsteps.MessageId;
import smallsteps.config.Words;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.plans.Plans;
import smallsteps.reactions.Reactions;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Reads what an export holds from the rooms that keep it.
final class ExportRows {
  private final Wins wins;
  private final Nudges nudges;
  private final Plans plans;
  private final Reactions reactions;
  private final Words.Sentences say;

  /// @param say names what small things mention
  ExportRows(Database database, Words.Sentences say) {
    this.say = say;
    wins = new Wins(database);
    nudges = new Nudges(database);
    plans = new Plans(database, say.language());
    reactions = new Reactions(database);
  }

  /// Those of which a win, a nudge or a plan is kept, by name.
  SortedSet<String> channelIds() {
    var ids = new TreeSet<>(wins.channelIdsOfAll());
    ids.addAll(nudges.channelIdsOfAll());
    plans.channelsOfAll().forEach(channel -> ids.add(channel.id()));
    return ids;
  }

  /// Wins in the order said, then nudges in the order they were due.
  ///
  /// @param since null for the beginning
  /// @param until the first moment that is left out; null for none
  /// @param channelId null for every channel
  List<Exported> read(Instant since, Instant until, String channelId) {
    Map<MessageId, Map<String, List<String>>> given = reactions.ofAll(channelId);
    Stream<Exported> said =
        wins.ofAll(since, until, channelId).stream().map(win -> exported(win, given));
    Stream<Exported> due =
        nudges.ofAll(since, until, channelId).stream().map(nudge -> exported(nudge, given));
    return Stream.concat(said, due).toList();
  }

  private Exported exported(Win win, Map<MessageId, Map<String, List<String>>> given) {
    var message = new Exported.Place(win.teamId(), win.channelId(), win.ts());
    return new Exported.Win(
        message,
        win.threadTs(),
        win.userId(),
        say.names(win.text()),
        win.kind(),
        win.principle(),
        win.saidAt(),
        win.nudgeTs(),
        reactions(message, given));
  }

  private static Exported exported(Nudge nudge, Map<MessageId, Map<String, List<String>>> given) {
    var message = new Exported.Place(nudge.teamId(), nudge.channelId(), nudge.ts());
    return new Exported.Nudge(
        message,
        nudge.date(),
        nudge.principle(),
        nudge.state(),
        nudge.reason(),
        nudge.due(),
        reactions(message, given));
  }

  private static Map<String, List<String>> reactions(
      Exported.Place place, Map<MessageId, Map<String, List<String>>> given) {
    return place.ts() == null
        ? Map.of()
        : given.getOrDefault(
            new MessageId(place.teamId(), place.channelId(), place.ts()), Map.of());
  }
}
