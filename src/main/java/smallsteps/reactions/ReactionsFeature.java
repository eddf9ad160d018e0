package smallsteps.reactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.PastTime;
import smallsteps.Reply;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.ScheduledJob;
import smallsteps.UserTable;
import smallsteps.nudges.Nudges;
import smallsteps.storage.Database;
import smallsteps.wins.Wins;

/// Reactions: kept while they stand under a win or a nudge.
public final class ReactionsFeature implements Feature {
  private final Database database;
  private final Predicate<MessageId> isKept;
  private final InstantSource clock;
  private final Duration early;

  /// @param early how long a reaction is kept whose win or nudge is not known yet
  public ReactionsFeature(
      Database database, Wins wins, Nudges nudges, InstantSource clock, Duration early) {
    this.database = database;
    isKept = message -> wins.isWin(message) || nudges.find(message).isPresent();
    this.clock = clock;
    this.early = early;
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.ReactionAdded(event -> put(event, false)),
        new Listener.ReactionRemoved(event -> put(event, true)));
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(
        new ScheduledJob("erase-early-reactions", Duration.ofMinutes(1), this::eraseEarly));
  }

  /// From then on a reaction has its time whose win or nudge is not known yet.
  @Override
  public List<PastTime> pastTimes() {
    return List.of(
        new PastTime("reaction", "seen_at", "checked = 0"),
        new PastTime("reaction_forgetting", "forgotten_at"));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "reaction",
            user -> database.write(sql -> new ReactionStore(sql).forget(user, clock.instant())),
            user -> database.read(sql -> new ReactionStore(sql).export(user))));
  }

  /// Keeps the reactions that a message had before it became a win.
  public void found(MessageId message, List<Given> given) {
    write(reactions -> reactions.addFound(message, given, clock.instant()));
  }

  private Reply put(Request.Reaction event, boolean removed) {
    write(reactions -> reactions.put(event, removed, clock.instant()));
    return Reply.nothing();
  }

  private void eraseEarly(Instant now) {
    Instant seen = now.minus(early);
    Set<MessageId> messages = database.read(sql -> new ReactionStore(sql).uncheckedOfAll(seen));
    if (!messages.isEmpty()) {
      Set<MessageId> kept = messages.stream().filter(isKept).collect(Collectors.toSet());
      write(reactions -> reactions.checkOfAll(seen, messages, kept));
    }
  }

  private void write(Consumer<ReactionStore> change) {
    database.write(sql -> {
      change.accept(new ReactionStore(sql));
      return null;
    });
  }
}
