package smallsteps.wins;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Reads the wins that stand; an erased one is not among them, and a hidden one only for its
/// author.
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
      WHERE deleted = 0 AND hidden = 0 AND (? IS NULL OR said_at >= ?) AND (? IS NULL OR said_at < ?)
        AND (? IS NULL OR channel_id = ?)
      ORDER BY said_at, ts, id
      """;
  private static final String AFTER =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND ts > ? AND deleted = 0
      ORDER BY ts
      """;
  private static final String SAID_BEFORE =
      """
      SELECT DISTINCT user_id FROM win
      WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND said_at < ? AND user_id <> ''
      """;
  private static final String OF_CHANNEL =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND deleted = 0 AND hidden = 0
      ORDER BY said_at DESC, id DESC LIMIT ?
      """;
  private static final String OF_USER =
      """
      SELECT * FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0
      ORDER BY said_at DESC, id DESC LIMIT ? OFFSET ?
      """;
  private static final String COUNT_OF_USER =
      """
      SELECT count(*) AS n FROM win
      WHERE team_id = ? AND user_id = ? AND deleted = 0 AND said_at >= ? AND said_at < ?
      """;
  private static final String POSTED_FOR =
      """
      SELECT channel_id, ts FROM win
      WHERE team_id = ? AND user_id = ? AND origin = 'posted' AND ts IS NOT NULL AND deleted = 0
      """;
  private static final String CHANNELS_OF_USER =
      """
      SELECT channel_id FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0
      GROUP BY channel_id ORDER BY max(said_at) DESC
      """;

  /// Those with most of the words in exactly these letters first.
  private static final String FIND =
      """
      SELECT win.* FROM win_words JOIN win ON win.id = win_words.rowid
      WHERE win_words MATCH ? AND win.team_id = ?
        AND (win.channel_id = ? AND win.hidden = 0 OR win.user_id = ?)
      ORDER BY
        (SELECT count(*) FROM json_each(?) spelling WHERE instr(win.text, spelling.value) > 0) DESC,
        win_words.rank, win.said_at DESC
      LIMIT ?
      """;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
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
  public Optional<Win> find(String teamId, String channelId, String sourceId) {
    return database.read(sql -> sql.first(BY_SOURCE, Wins::win, teamId, channelId, sourceId));
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

  /// Oldest said first.
  ///
  /// @param since null for all from the beginning
  /// @param until the first moment that is not asked for any more; null for no end
  /// @param channelId null for every channel
  public List<Win> all(Instant since, Instant until, String channelId) {
    return database.read(
        sql -> sql.list(ALL, Wins::win, since, since, until, until, channelId, channelId));
  }

  /// The channel's that stand in messages after this one, oldest first.
  public List<Win> after(MessageId message) {
    return database.read(
        sql -> sql.list(AFTER, Wins::win, message.teamId(), message.channelId(), message.ts()));
  }

  /// The ids of those who said something in the channel before that time, by name.
  public Set<String> saidBefore(String teamId, String channelId, Instant before) {
    return Set.copyOf(
        database.read(sql -> sql.list(SAID_BEFORE, WinStore::userId, teamId, channelId, before)));
  }

  /// Latest first.
  List<Win> ofChannel(String teamId, String channelId, int limit) {
    return database.read(sql -> sql.list(OF_CHANNEL, Wins::win, teamId, channelId, limit));
  }

  /// Latest first, in whatever channel.
  public List<Win> ofUser(User user, int limit) {
    return database.read(sql -> sql.list(OF_USER, Wins::win, user.teamId(), user.id(), limit, 0));
  }

  /// A person's own, hidden ones too, latest first, in whatever channel.
  public List<OwnWin> own(User user, int limit, int offset) {
    return database.read(
        sql -> sql.list(OF_USER, OwnWin::of, user.teamId(), user.id(), limit, offset));
  }

  public int countOf(User user) {
    return countsBetween(user, List.of(Instant.EPOCH, END_OF_TIME)).getFirst();
  }

  /// How many of a person's own were said from each of these moments until the next.
  public List<Integer> countsBetween(User user, List<Instant> moments) {
    return database.read(sql ->
        IntStream.range(0, moments.size() - 1)
            .mapToObj(i -> count(sql, user, moments.get(i), moments.get(i + 1)))
            .toList());
  }

  private static int count(Sql sql, User user, Instant since, Instant until) {
    return sql.first(COUNT_OF_USER, row -> row.number("n"), user.teamId(), user.id(), since, until)
        .orElse(0);
  }

  /// The messages in which the bot shows what this person said.
  public List<MessageId> postedFor(User user) {
    return database.read(sql ->
        sql.list(
            POSTED_FOR,
            row -> new MessageId(user.teamId(), row.text("channel_id"), row.text("ts")),
            user.teamId(),
            user.id()));
  }

  /// The channels in which this person has said something, the latest first.
  public List<String> channelsOf(User user) {
    return database.read(
        sql -> sql.list(CHANNELS_OF_USER, row -> row.text("channel_id"), user.teamId(), user.id()));
  }

  /// Latest first, with the key that other rooms know them by.
  List<KeptWin> keptOfUser(User user, int limit) {
    return database.read(sql -> sql.list(OF_USER, Wins::kept, user.teamId(), user.id(), limit, 0));
  }

  private static KeptWin kept(Row row) {
    return new KeptWin(win(row), row.text("source_id"), KeptWin.Origin.of(row.text("origin")));
  }

  /// The wins with all of these words, or words that begin with them, best first: the channel's and
  /// this person's own.
  List<Win> find(User user, String channelId, List<String> words, int limit) {
    String query = words.stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" "));
    String spellings =
        words.stream()
            .flatMap(Wins::spellings)
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return database.read(sql ->
        sql.list(FIND, Wins::win, query, user.teamId(), channelId, user.id(), spellings, limit));
  }

  /// SQLite knows upper case in ASCII only.
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
        row.text("text"),
        row.text("kind"),
        row.numberOrNull("principle"),
        row.instant("said_at"),
        row.text("nudge_ts"));
  }
}
