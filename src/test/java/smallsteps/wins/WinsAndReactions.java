package smallsteps.wins;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import smallsteps.Act;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.People;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Owed;
import smallsteps.reactions.Reactions;
import smallsteps.reactions.ReactionsFeature;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

/// The wins and reactions rooms on a real database, spoken to as the adapter would.
public final class WinsAndReactions implements AutoCloseable {
  public static final Language SV = new Language("sv");
  public static final Language EN = new Language("en");
  private static final Duration EARLY = Duration.ofMinutes(60);

  public final Database database;
  public final Wins wins;
  public final PersonalWins personal;
  public final Reactions reactions;
  public final Outbox outbox;
  public Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final List<Feature> rooms;

  public WinsAndReactions(Path folder) {
    this(Migrated.open(folder.resolve("smallsteps.db")));
  }

  public WinsAndReactions(Database database) {
    this.database = database;
    outbox =
        new Outbox(
            database,
            () -> now,
            new Outbox.Terms("one", Duration.ofMinutes(2), Duration.ofMinutes(5)));
    wins = new Wins(database);
    personal = new PersonalWins(database);
    reactions = new Reactions(database);
    var nudges = new Nudges(database);
    var reactionsRoom = new ReactionsFeature(database, wins, nudges, () -> now, EARLY);
    var winsRoom =
        new WinsFeature(
            Words.load(ConfigFiles.packed(), SV),
            database,
            outbox,
            new WinsFeature.Neighbours(
                nudges,
                _ -> SV,
                (number, language) -> "Princip " + number + " " + language.code(),
                reactionsRoom::found,
                _ -> Reply.nothing(),
                (_, _) -> _ -> null,
                _ -> Reply.nothing(),
                _ -> new People.Person(SV, ZoneId.of("Europe/Stockholm")),
                (_, _) -> Optional.empty()),
            () -> now,
            ZoneId.of("Europe/Stockholm"));
    rooms = List.of(winsRoom, reactionsRoom);
  }

  public static MessageId message(String ts) {
    return new MessageId("T1", "C1", ts);
  }

  public static User user(String id) {
    return new User("T1", id);
  }

  /// A nudge that stands in the channel.
  public void nudge(String ts, int principle) {
    database.write(sql ->
        sql.update(
            """
            INSERT INTO nudge_slot (team_id, channel_id, due, local_date, zone, language, kind,
              state, prompt_id, principle, round, ts, settled_at)
            VALUES ('T1', 'C1', '2026-11-23T08:00:00Z', '2026-11-23', 'Europe/Stockholm', 'sv',
              'planned', 'posted', 'p', ?, 1, ?, '2026-11-23T08:00:01Z')
            """,
            principle,
            ts));
  }

  /// A nudge that was posted, of which the receipt is not written yet.
  public void unsettledNudge(int principle) {
    database.write(sql ->
        sql.update(
            """
            INSERT INTO nudge_slot (team_id, channel_id, due, local_date, zone, language, kind,
              state, prompt_id, principle, round, claimed_at)
            VALUES ('T1', 'C1', '2026-11-23T08:00:00Z', '2026-11-23', 'Europe/Stockholm', 'sv',
              'planned', 'claimed', 'p', ?, 1, '2026-11-23T08:00:00Z')
            """,
            principle));
  }

  public void settles(String ts) {
    database.write(sql ->
        sql.update(
            """
            UPDATE nudge_slot SET state = 'posted', ts = ?, settled_at = '2026-11-23T08:00:02Z'
            WHERE state = 'claimed'
            """,
            ts));
  }

  public Reply says(String userId, String ts, String text) {
    return says(userId, ts, null, text);
  }

  public Reply says(String userId, String ts, String threadTs, String text) {
    return heard(
        Listener.Message.class,
        Listener.Message::answer,
        new Request.Message(user(userId), "C1", ts, threadTs, text));
  }

  public Reply edits(String userId, String ts, String text, String eventTs) {
    return heard(
        Listener.MessageEdited.class,
        Listener.MessageEdited::answer,
        new Request.MessageEdited(user(userId), message(ts), null, text, eventTs));
  }

  public Reply deletes(String ts) {
    return heard(
        Listener.MessageDeleted.class,
        Listener.MessageDeleted::answer,
        new Request.MessageDeleted(null, message(ts)));
  }

  public void reacts(String userId, String ts, String emoji, String eventTs) {
    heard(
        Listener.ReactionAdded.class,
        Listener.ReactionAdded::answer,
        new Request.Reaction(user(userId), message(ts), emoji, eventTs));
  }

  public void takesBack(String userId, String ts, String emoji, String eventTs) {
    heard(
        Listener.ReactionRemoved.class,
        Listener.ReactionRemoved::answer,
        new Request.Reaction(user(userId), message(ts), emoji, eventTs));
  }

  public Reply types(String userId, Language language, String text) {
    return typesIn("C1", userId, language, text);
  }

  public Reply typesIn(String channelId, String userId, Language language, String text) {
    return heard(
        Listener.Command.class,
        Listener.Command::answer,
        new Request.Command(user(userId), language, channelId, text));
  }

  public Reply saves(String userId, String ts, String authorId, String text) {
    return heard(
        Listener.MessageShortcut.class,
        Listener.MessageShortcut::answer,
        new Request.MessageShortcut(user(userId), EN, message(ts), null, authorId, text));
  }

  public Reply pressesNudgeButton(String userId, String ts) {
    return heard(
        Listener.Action.class,
        listener -> listener.actionId().equals("nudge_win"),
        Listener.Action::answer,
        new Request.Action(user(userId), EN, "nudge_win", null, "C1", message(ts)));
  }

  /// In the App Home, on a win of one's own.
  public Reply presses(String userId, String actionId, String key) {
    return pressesIn(null, userId, actionId, key);
  }

  /// On a message that only this person sees.
  public Reply pressesIn(String channelId, String userId, String actionId, String key) {
    return heard(
        Listener.Action.class,
        listener -> listener.actionId().equals(actionId),
        Listener.Action::answer,
        new Request.Action(user(userId), EN, actionId, key, channelId, null));
  }

  public Reply usesGlobalShortcut(String userId) {
    return heard(
        Listener.GlobalShortcut.class,
        Listener.GlobalShortcut::answer,
        new Request.GlobalShortcut(user(userId), EN));
  }

  public Reply submits(
      String userId, String viewId, String metadata, Map<String, List<String>> values) {
    return submits("win", userId, viewId, metadata, values);
  }

  /// @param callbackId which form
  public Reply submits(
      String callbackId,
      String userId,
      String viewId,
      String metadata,
      Map<String, List<String>> values) {
    return heard(
        Listener.ViewSubmission.class,
        listener -> listener.callbackId().equals(callbackId),
        Listener.ViewSubmission::answer,
        new Request.ViewSubmission(user(userId), EN, viewId, metadata, values));
  }

  public void runs(String job) {
    rooms.stream()
        .flatMap(room -> room.jobs().stream())
        .filter(scheduled -> scheduled.name().equals(job))
        .forEach(scheduled -> scheduled.run().accept(now));
  }

  /// What is owed to Slack now and may be claimed.
  public List<Owed> owed() {
    return Owed.claimed(outbox, "T1", now);
  }

  /// The same, of posts.
  public List<Owed> posts() {
    return owed().stream().filter(owed -> owed.act() instanceof Act.Post).toList();
  }

  /// What is to be done in Slack now.
  public List<Act> acts() {
    return owed().stream().map(Owed::act).toList();
  }

  public int forgets(String userId) {
    return rooms.stream()
        .flatMap(room -> room.userTables().stream())
        .mapToInt(table -> table.forget().applyAsInt(user(userId)))
        .sum();
  }

  public List<Map<String, Object>> exports(String userId) {
    var rows = new ArrayList<Map<String, Object>>();
    rooms.forEach(
        room -> room.userTables().forEach(t -> rows.addAll(t.export().apply(user(userId)))));
    return rows;
  }

  public List<Feature> rooms() {
    return rooms;
  }

  public List<String> texts() {
    return wins.ofAll(null, null, null).stream().map(win -> win.text().kept()).toList();
  }

  /// How many rows a query finds, asked of the file itself.
  public int count(String fromWhere) {
    return database
        .read(sql -> sql.first("SELECT count(*) n FROM " + fromWhere, row -> row.number("n")))
        .orElseThrow();
  }

  /// The replies one by one, without those that say nothing.
  public static List<Reply> each(Reply reply) {
    return switch (reply) {
      case Reply.All(List<Reply> replies) ->
          replies.stream().flatMap(part -> each(part).stream()).toList();
      case Reply.Nothing() -> List.of();
      default -> List.of(reply);
    };
  }

  public static <R extends Reply> R only(Class<R> type, Reply reply) {
    List<R> found = each(reply).stream().filter(type::isInstance).map(type::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError("Not one " + type.getSimpleName() + " in " + reply);
    }
    return found.getFirst();
  }

  /// What only the person reads who asked.
  static String said(Reply reply) {
    return only(Reply.OnlyYou.class, reply).content().text();
  }

  private <L extends Listener, R extends Request> Reply heard(
      Class<L> type, Function<L, Function<R, Reply>> answer, R request) {
    return heard(type, _ -> true, answer, request);
  }

  private <L extends Listener, R extends Request> Reply heard(
      Class<L> type, Predicate<L> which, Function<L, Function<R, Reply>> answer, R request) {
    Stream<Reply> replies =
        rooms.stream()
            .flatMap(room -> room.listeners().stream())
            .filter(type::isInstance)
            .map(type::cast)
            .filter(which)
            .map(listener -> answer.apply(listener).apply(request));
    return new Reply.All(replies.toList());
  }

  @Override
  public void close() {
    database.close();
  }
}
