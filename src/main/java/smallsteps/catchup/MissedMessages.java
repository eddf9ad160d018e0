package smallsteps.catchup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Missed;
import smallsteps.Request;
import smallsteps.Transcript;
import smallsteps.User;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Finds what was said, edited and deleted without the bot's hearing it.
final class MissedMessages {

  /// No retention rule of Slack's clears away anything younger.
  private static final Duration NEVER_CLEARED = Duration.ofHours(23);

  private final Window window;
  private final Map<String, Win> kept;

  /// @param kept the window's wins, as they were before it was read
  MissedMessages(Window window, List<Win> kept) {
    this.window = window;
    this.kept = kept.stream().collect(Collectors.toMap(Win::ts, win -> win));
  }

  List<Missed> in(Transcript transcript) {
    Stream<Missed> written =
        transcript.lines().stream().filter(line -> line.userId() != null).flatMap(this::written);
    return Stream.concat(written, deleted(transcript)).toList();
  }

  /// One that is kept, but was never confirmed, is told again.
  private Stream<Missed> written(Transcript.Line line) {
    var user = new User(window.channel().teamId(), line.userId());
    if (line.editedTs() != null) {
      var edit =
          new Request.MessageEdited(
              user, window.message(line.ts()), line.threadTs(), line.text(), line.editedTs());
      return window.isMissable(line.editedTs()) ? Stream.of(new Missed.Edited(edit)) : Stream.of();
    }
    boolean isDone = kept.containsKey(line.ts()) && line.ours().contains(Wins.CONFIRMS);
    var message =
        new Request.Message(user, window.channel().id(), line.ts(), line.threadTs(), line.text());
    return window.isMissable(line.ts()) && !isDone
        ? Stream.of(new Missed.Said(message))
        : Stream.of();
  }

  private Stream<Missed> deleted(Transcript transcript) {
    if (!transcript.isWhole()) {
      return Stream.empty();
    }
    Set<String> standing =
        transcript.lines().stream().map(Transcript.Line::ts).collect(Collectors.toSet());
    String first = transcript.lines().isEmpty() ? null : transcript.lines().getFirst().ts();
    return kept.values().stream()
        .filter(win -> !standing.contains(win.ts()) && isBeyondDoubt(win, transcript, first))
        .map(win -> new Missed.Deleted(new Request.MessageDeleted(null, window.message(win.ts()))));
  }

  /// What a plan hides or a retention rule clears away goes oldest first: where something older
  /// still stands, it was neither.
  ///
  /// @param first the oldest that stands; null where nothing does
  private static boolean isBeyondDoubt(Win win, Transcript transcript, String first) {
    boolean isWhereWeRead = win.threadTs() == null || transcript.threads().contains(win.threadTs());
    boolean isToBeSeen = win.saidAt().isBefore(transcript.at().minus(Window.FRESH));
    boolean isYoung = win.saidAt().isAfter(transcript.at().minus(NEVER_CLEARED));
    boolean hasOlder = first != null && first.compareTo(win.ts()) < 0;
    return isWhereWeRead && isToBeSeen && (isYoung || hasOlder);
  }
}
