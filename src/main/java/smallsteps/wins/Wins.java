package smallsteps.wins;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.Said;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Dialect;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Reads the wins that stand: an erased one is not among them, and a hidden one only where its
/// author searches. What a person has said is for [PersonalWins] to read.
public final class Wins {

  /// The emoji by which the bot confirms a win.
  public static final String CONFIRMS = "seedling";

  /// Buttons on a win of one's own; their value is [OwnWin#key].
  public static final String EDIT_ACTION = "win_edit";

  public static final String DELETE_ACTION = "win_delete";
  public static final String HIDE_ACTION = "win_hide";
  public static final String SHOW_ACTION = "win_show";

  /// The button "I did it too". A select that offers several wins has this name as well; the option
  /// chosen is then the win's ts.
  public static final String TOO_ACTION = "win_too";

  private static final String IS_WIN =
      "SELECT 1 FROM win WHERE team_id = ? AND channel_id = ? AND ts = ? AND deleted = 0";
  private static final String AT =
      """
      SELECT * FROM win
      WHERE team_id = ? AND channel_id = ? AND ts = ? AND deleted = 0 AND hidden = 0
      """;
  private static final String ALL =
      """
      SELECT * FROM win
      WHERE deleted = 0 AND hidden = 0 AND (CAST(? AS TEXT) IS NULL OR said_at >= ?)
        AND (CAST(? AS TEXT) IS NULL OR said_at < ?) AND (CAST(? AS TEXT) IS NULL OR channel_id = ?)
      ORDER BY said_at, ts IS NULL, ts, id
      """;
  private static final String BETWEEN =
      """
      SELECT * FROM win
      WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND hidden = 0
        AND said_at >= ? AND said_at < ?
      ORDER BY said_at, ts IS NULL, ts, id
      """;
  private static final String TALLY =
      """
      SELECT count(*) AS said, count(CASE kind WHEN 'learned' THEN 1 END) AS learned FROM win
      WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND hidden = 0
        AND said_at >= ? AND said_at < ?
      """;
  private static final String IS_ANY =
      """
      SELECT 1 FROM win
      WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND hidden = 0
        AND said_at >= ? AND said_at < ?
      LIMIT 1
      """;
  private static final String CHANNELS = "SELECT DISTINCT channel_id FROM win WHERE deleted = 0";
  private static final String AFTER =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND ts > ? AND deleted = 0
      ORDER BY ts
      """;
  private static final String SAID_BEFORE =
      """
      SELECT 1 FROM win
      WHERE team_id = ? AND user_id = ? AND channel_id = ? AND deleted = 0 AND said_at < ? LIMIT 1
      """;
  private static final String LATEST =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND hidden = 0
      ORDER BY said_at DESC, id DESC LIMIT ?
      """;

  /// Those with most of the words in exactly these letters first.
  private static final String FIND =
      """
      SELECT win.* FROM %s found JOIN win ON win.id = found.id
      WHERE win.team_id = ? AND (win.channel_id = ? AND win.hidden = 0 OR win.user_id = ?)
      ORDER BY %s DESC, found.rank, win.said_at DESC
      LIMIT ?
      """;

  /// The same of a common word, among the newest that have it: to weigh all of them, all would have
  /// to be read.
  private static final String FIND_COMMON =
      """
      SELECT win.* FROM %s newest JOIN win ON win.id = newest.id
      WHERE win.team_id = ? AND (win.channel_id = ? AND win.hidden = 0 OR win.user_id = ?)
      ORDER BY %s DESC, win.said_at DESC
      LIMIT ?
      """;

  private static final int NEWEST = 200;
  private static final String IS_COMMON = "SELECT 1 FROM %s found LIMIT 1 OFFSET 1000";

  private static final String ANSWERS =
      """
      SELECT 1 FROM win WHERE team_id = ? AND channel_id = ? AND nudge_ts = ? AND deleted = 0
      """;
  private static final String BY_SOURCE =
      """
      SELECT * FROM win
      WHERE team_id = ? AND channel_id = ? AND source_id = ? AND deleted = 0
      """;

  /// The button on a win of one's own, "Ask me in two weeks"; its value is [OwnWin#key].
  public static final String DIFFERENCE_ACTION = "win_difference";

  private static final int FULL_WIDTH = '\uFF01' - '!';

  private final Database database;

  public Wins(Database database) {
    this.database = database;
  }

  public boolean isWin(MessageId message) {
    return database
        .read(sql ->
            sql.first(IS_WIN, _ -> true, message.teamId(), message.channelId(), message.ts()))
        .isPresent();
  }

  /// @param sourceId the win's own key in its channel
  public Optional<Win> find(Channel channel, String sourceId) {
    return database.read(
        sql -> sql.first(BY_SOURCE, Wins::win, channel.teamId(), channel.id(), sourceId));
  }

  /// Whether a small thing answers this nudge.
  public boolean isAnswered(MessageId nudge) {
    return database
        .read(sql -> sql.first(ANSWERS, _ -> true, nudge.teamId(), nudge.channelId(), nudge.ts()))
        .isPresent();
  }

  /// The win that stands under this ts.
  public Optional<Win> at(MessageId message) {
    return database.read(
        sql -> sql.first(AT, Wins::win, message.teamId(), message.channelId(), message.ts()));
  }

  /// The channel's, the oldest said first.
  ///
  /// @param until the first moment that is not asked for any more
  public List<Win> of(Channel channel, Instant since, Instant until) {
    return database.read(
        sql -> sql.list(BETWEEN, Wins::win, channel.teamId(), channel.id(), since, until));
  }

  /// @param learned how many of them
  public record Tally(int said, int learned) {}

  /// How many `of` these there are.
  public Tally tally(Channel channel, Instant since, Instant until) {
    return database
        .read(sql ->
            sql.first(
                TALLY,
                row -> new Tally(row.number("said"), row.number("learned")),
                channel.teamId(),
                channel.id(),
                since,
                until))
        .orElseThrow();
  }

  /// Whether `of` these is any.
  public boolean isAny(Channel channel, Instant since, Instant until) {
    return database
        .read(sql -> sql.first(IS_ANY, _ -> true, channel.teamId(), channel.id(), since, until))
        .isPresent();
  }

  /// Of every workspace, for an export; the oldest said first.
  ///
  /// @param since null for all from the beginning
  /// @param until the first moment that is not asked for any more; null for no end
  /// @param channelId null for every channel
  public List<Win> ofAll(Instant since, Instant until, String channelId) {
    return database.read(
        sql -> sql.list(ALL, Wins::win, since, since, until, until, channelId, channelId));
  }

  /// How many there are in every workspace, the hidden ones among them.
  public int countOfAll() {
    return database
        .read(sql ->
            sql.first("SELECT count(*) AS n FROM win WHERE deleted = 0", row -> row.number("n")))
        .orElse(0);
  }

  /// The channels of every workspace of which one is kept.
  public List<String> channelIdsOfAll() {
    return database.read(sql -> sql.list(CHANNELS, row -> row.text("channel_id")));
  }

  /// The channel's that stand in messages after this one, oldest first.
  public List<Win> after(MessageId message) {
    return database.read(
        sql -> sql.list(AFTER, Wins::win, message.teamId(), message.channelId(), message.ts()));
  }

  /// Those of these people who had said nothing in the channel before that time, by name.
  public Set<String> newcomers(Channel channel, Set<String> userIds, Instant before) {
    return database.read(sql ->
        userIds.stream()
            .filter(userId ->
                sql.first(SAID_BEFORE, _ -> true, channel.teamId(), userId, channel.id(), before)
                    .isEmpty())
            .collect(Collectors.toSet()));
  }

  /// Latest first.
  List<Win> latest(Channel channel, int limit) {
    return database.read(sql -> sql.list(LATEST, Wins::win, channel.teamId(), channel.id(), limit));
  }

  /// The wins with all of these words, or words that begin with them, best first: the channel's and
  /// this person's own.
  List<Win> find(User user, String channelId, List<String> words, int limit) {
    List<List<String>> forms = words.stream().map(Wins::forms).toList();
    String spellings =
        words.stream()
            .flatMap(Wins::spellings)
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return database.read(sql -> {
      Dialect dialect = sql.dialect();
      boolean isCommon = forms.stream().anyMatch(word -> isCommon(sql, word));
      String all = dialect.beginnings(forms);
      return sql.list(
          (isCommon ? FIND_COMMON : FIND)
              .formatted(
                  isCommon ? dialect.newest("win_words", NEWEST) : dialect.found("win_words"),
                  dialect.howMany("win.text")),
          Wins::win,
          isCommon ? dialect.inPlaces(all, places(user, channelId)) : all,
          user.teamId(),
          channelId,
          user.id(),
          spellings,
          limit);
    });
  }

  private static boolean isCommon(Sql sql, List<String> forms) {
    Dialect dialect = sql.dialect();
    return sql.first(
            IS_COMMON.formatted(dialect.found("win_words")),
            _ -> true,
            dialect.beginnings(List.of(forms)))
        .isPresent();
  }

  /// Where this person may find something: here, and among their own.
  private static List<String> places(User user, String channelId) {
    return List.of(user.teamId() + channelId, user.teamId() + user.id());
  }

  /// What was written in full width, or with two letters in one as printed pages have them, is kept
  /// so.
  private static List<String> forms(String word) {
    return Stream.of(word, fullWidth(word), word.replace("fi", "ﬁ").replace("fl", "ﬂ"))
        .distinct()
        .toList();
  }

  private static String fullWidth(String word) {
    return word.codePoints()
        .map(c -> c > ' ' && c < 0x7F ? c + FULL_WIDTH : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// In capitals and without, since each engine knows others.
  private static Stream<String> spellings(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int first = lower.offsetByCodePoints(0, 1);
    String title = lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
    return Stream.of(lower, title, word.toUpperCase(Locale.ROOT)).distinct();
  }

  static Win win(Row row) {
    return new Win(
        row.text("team_id"),
        row.text("channel_id"),
        row.text("ts"),
        row.text("thread_ts"),
        WinStore.userId(row),
        new Said(row.text("text")),
        row.text("kind"),
        row.numberOrNull("principle"),
        row.instant("said_at"),
        row.text("nudge_ts"));
  }
}
