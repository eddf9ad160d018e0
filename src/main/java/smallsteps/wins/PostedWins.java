package smallsteps.wins;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Mrkdwn;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.storage.Row;

/// Wins that the bot posts for the one who said them, each once, also across a crash.
final class PostedWins {
  private static final int SHOWN = 2000;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final String DUE =
      """
      SELECT * FROM win
      WHERE post_state = 'waiting' AND (tried_at IS NULL OR tried_at < ?)
      ORDER BY said_at, id LIMIT 20
      """;
  private static final String TRY =
      """
      UPDATE win SET tried_at = ?, may_stand_since = coalesce(may_stand_since, ?)
      WHERE team_id = ? AND channel_id = ? AND source_id = ?
      """;
  private static final String OF_SOURCE =
      " WHERE team_id = ? AND channel_id = ? AND source_id = ? AND post_state = 'waiting'";
  private static final String SETTLE =
      """
      UPDATE win SET ts = ?, post_state = ?, post_reason = ?, tried_at = NULL,
        may_stand_since = NULL
      """
          + OF_SOURCE;
  private static final String TRY_AGAIN =
      "UPDATE win SET tried_at = NULL, may_stand_since = ?, post_reason = ?" + OF_SOURCE;

  private static final String GONE =
      "SELECT 1 FROM win WHERE team_id = ? AND channel_id = ? AND ts = ? AND deleted = 1";

  private final Database database;
  private final WinStore store;
  private final Words words;
  private final ChannelLanguages languages;

  PostedWins(Database database, WinStore store, Words words, ChannelLanguages languages) {
    this.database = database;
    this.store = store;
    this.words = words;
    this.languages = languages;
  }

  /// @param mayStandSince when an earlier try may have got through; null on the first
  private record Waiting(KeptWin kept, Instant mayStandSince) {
    static Waiting of(Row row) {
      return new Waiting(
          new KeptWin(Wins.win(row), row.text("source_id"), KeptWin.Origin.POSTED),
          row.instant("may_stand_since"));
    }
  }

  /// Whether the post shows less than was said.
  boolean isShortened(Win win) {
    String text = words.in(languages.of(win.teamId(), win.channelId())).names(win.text());
    return !Shown.shortened(text, SHOWN).equals(text);
  }

  /// The post of a win that was kept just now.
  Post first(KeptWin kept) {
    return post(new Waiting(kept, null));
  }

  /// As `first`, said in a sentence of its own.
  Post first(KeptWin kept, String sentence) {
    var say = words.in(languages.of(kept.win().teamId(), kept.win().channelId()));
    return post(new Waiting(kept, null), WinBlocks.posted(sentence, say));
  }

  /// Those that were never posted, or of which we never heard how it went.
  List<Post> due(Instant now) {
    List<Waiting> due =
        database.write(sql -> {
          List<Waiting> found = sql.list(DUE, Waiting::of, now.minus(LEASE));
          for (Waiting waiting : found) {
            Win win = waiting.kept().win();
            sql.update(TRY, now, now, win.teamId(), win.channelId(), waiting.kept().sourceId());
          }
          return found;
        });
    return due.stream().map(this::post).toList();
  }

  /// What the channel sees of it.
  Content content(Win win) {
    var language = languages.of(win.teamId(), win.channelId());
    var say = words.in(language);
    String text = Shown.shortened(say.names(win.text()), SHOWN);
    String sentence =
        win.isAnonymous()
            ? say.say("wins.posted_anonymously." + win.kind(), "text", text)
            : say.say(
                "wins.posted." + win.kind(), "person", Mrkdwn.mention(win.userId()), "text", text);
    return WinBlocks.posted(sentence, say);
  }

  private Post post(Waiting waiting) {
    return post(waiting, content(waiting.kept().win()));
  }

  private Post post(Waiting waiting, Content content) {
    Win win = waiting.kept().win();
    return new Post(
        win.teamId(),
        win.channelId(),
        win.threadTs(),
        content,
        new Post.Metadata("smallsteps_win", Map.of("source_id", waiting.kept().sourceId())),
        waiting.mayStandSince(),
        outcome -> settle(waiting, outcome));
  }

  private void settle(Waiting waiting, Outcome outcome) {
    switch (outcome) {
      case Outcome.Posted(String ts) -> posted(waiting, ts);
      case Outcome.Refused(String error) -> settle(waiting, SETTLE, null, "refused", error);
      case Outcome.Unsure(String reason) -> settle(waiting, SETTLE, null, "unsure", reason);
      case Outcome.NotSent(String reason) ->
          settle(waiting, TRY_AGAIN, waiting.mayStandSince(), reason);
      case Outcome.NotSeen(Instant since) ->
          settle(
              waiting,
              TRY_AGAIN,
              Objects.requireNonNullElse(waiting.mayStandSince(), since),
              "not_seen");
    }
  }

  /// The message may be deleted again before we hear that it was posted: then the win goes too.
  private void posted(Waiting waiting, String ts) {
    Win win = waiting.kept().win();
    boolean isGone =
        database
            .read(sql -> sql.first(GONE, _ -> true, win.teamId(), win.channelId(), ts))
            .isPresent();
    if (isGone) {
      store.eraseUnposted(waiting.kept());
    } else {
      settle(waiting, SETTLE, ts, "posted", null);
    }
  }

  private void settle(Waiting waiting, String change, Object... values) {
    Win win = waiting.kept().win();
    var key = List.of(win.teamId(), win.channelId(), waiting.kept().sourceId());
    Object[] arguments = Stream.concat(Stream.of(values), key.stream()).toArray();
    database.write(sql -> sql.update(change, arguments));
  }
}
