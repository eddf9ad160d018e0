package smallsteps.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Missed;
import smallsteps.Request;
import smallsteps.Transcript;
import smallsteps.User;
import smallsteps.nudges.Nudge;
import smallsteps.reactions.Reactions;
import smallsteps.reactions.Reactions.Told;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Finds which reactions on wins and nudges came and went without the bot's hearing it.
final class MissedReactions {

  /// Slack's events may be this much ahead of what it lets one read.
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Window window;
  private final List<Nudge> posted;
  private final Wins wins;
  private final Reactions reactions;

  MissedReactions(Window window, List<Nudge> posted, Wins wins, Reactions reactions) {
    this.window = window;
    this.posted = posted;
    this.wins = wins;
    this.reactions = reactions;
  }

  private record By(String userId, String emoji) {}

  List<Missed> in(Transcript transcript) {
    Set<String> kept =
        Stream.concat(
                wins.after(window.message(window.oldest())).stream().map(Win::ts),
                posted.stream().map(Nudge::ts))
            .collect(Collectors.toSet());
    List<Transcript.Line> lines =
        transcript.lines().stream()
            .filter(line -> kept.contains(line.ts()) && line.reactions() != null)
            .toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    Map<String, List<Told>> told =
        reactions.since(window.message(lines.getFirst().ts())).stream()
            .collect(Collectors.groupingBy(Told::ts));
    return lines.stream()
        .flatMap(line -> missed(line, told.getOrDefault(line.ts(), List.of()), transcript.at()))
        .toList();
  }

  /// What was told just now is left alone: it may be newer than what was read.
  private Stream<Missed> missed(Transcript.Line line, List<Told> told, Instant at) {
    String fresh = Window.ts(at.minus(FRESH));
    var standing = standing(line);
    var missed = new ArrayList<Missed>();
    var known = new HashSet<By>();
    for (Told each : told) {
      var by = new By(each.userId(), each.emoji());
      boolean isFresh = each.eventTs().compareTo(fresh) >= 0;
      if (isFresh || !each.removed()) {
        known.add(by);
      }
      if (!isFresh && !each.removed() && !standing.contains(by)) {
        missed.add(new Missed.Unreacted(reaction(line, by, at)));
      }
    }
    if (!isForgotten(line)) {
      standing.stream()
          .filter(by -> !known.contains(by))
          .forEach(by -> missed.add(new Missed.Reacted(reaction(line, by, at))));
    }
    return missed.stream();
  }

  private static Set<By> standing(Transcript.Line line) {
    return line.reactions().stream()
        .flatMap(given -> given.userIds().stream().map(userId -> new By(userId, given.emoji())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether one of these reactions may be of somebody who was forgotten after it was given.
  private boolean isForgotten(Transcript.Line line) {
    return reactions
        .lastForgotten(window.channel().teamId())
        .filter(last -> line.ts().compareTo(Window.ts(last.plusSeconds(1))) < 0)
        .isPresent();
  }

  private Request.Reaction reaction(Transcript.Line line, By by, Instant at) {
    return new Request.Reaction(
        new User(window.channel().teamId(), by.userId()),
        window.message(line.ts()),
        by.emoji(),
        Window.ts(at));
  }
}
