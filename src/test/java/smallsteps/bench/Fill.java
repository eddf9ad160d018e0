package smallsteps.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import smallsteps.storage.Database;

/// Makes a database as years of use leave it: run by `mvn -q test-compile exec:exec@fill
/// -Dwins=1000000 -Dfolder=target/fill`. Five reactions a win, and all else in the measure of it;
/// half of it is the rehearsal's workspace's. The same number gives the same rows, back from the
/// same moment.
public final class Fill {
  static final String TEAM = "T0REHEARSE1";

  /// The busiest channel, and the person who has said most: a hundredth of all, at most 10,000.
  static final String CHANNEL = "C0SMASTEG01";

  static final String PERSON = "U0FILL0";

  /// One person of the many.
  static final String ANYBODY = "U0FILL1";

  private static final int TEAMS = 20;
  private static final int REACTIONS = 5;
  private static final int A_TRANSACTION = 100_000;
  private static final Duration YEARS = Duration.ofDays(1280);
  private static final List<String> EMOJI =
      List.of("tada", "clap", "heart", "+1", "+1::skin-tone-3");
  private static final List<String> BEGINNINGS =
      List.of("frågade", "märkte", "ringde", "skrev om", "strök", "delade", "öppnade", "tried");
  private static final List<String> THINGS =
      List.of("dörren", "blanketten", "mötet", "handboken", "frågan", "kön", "mallen", "the form");
  private static final List<String> ENDS =
      List.of("och det gick", "och bad om råd", "med en kollega", "på en kvart", "utan att fråga");

  private final Connection connection;
  private final Instant now;
  private final int wins;
  private final int channels;
  private final int people;
  private final Random random = new Random(1);
  private int written;

  private Fill(Connection connection, int wins, Instant now) {
    this.connection = connection;
    this.wins = wins;
    this.now = now;
    channels = Math.clamp(wins / 500, 4, 2000);
    people = Math.clamp(wins / 100, 20, 10_000);
  }

  public static void main(String[] args) throws Exception {
    int wins = Integer.parseInt(args[0]);
    Path file = Path.of(args[1]).resolve("smallsteps.db");
    long began = System.nanoTime();
    into(file, wins, Instant.now());
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf(
            "%s holds %d wins, after %d s%n",
            file, wins, Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }

  /// @param file made where it is missing; one that is there is to be empty
  /// @param now the last moment that is told of
  public static void into(Path file, int wins, Instant now) throws SQLException {
    Database.open("jdbc:sqlite:" + file).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      connection.setAutoCommit(false);
      new Fill(connection, wins, now.truncatedTo(ChronoUnit.SECONDS)).all();
      connection.commit();
      statement.execute("INSERT INTO win_words (win_words) VALUES ('rebuild')");
      connection.commit();
    }
  }

  private void all() throws SQLException {
    plans();
    slots();
    wins();
    microactions();
    promises();
    persons();
  }

  private void plans() throws SQLException {
    try (var plan =
            insert("nudge_plan (team_id, channel_id, zone, language, set_by)", "?, ?, ?, ?, ?");
        var weekly =
            insert(
                "weekly (team_id, channel_id, kind, weekday, local_time, since)",
                "?, ?, ?, ?, ?, ?");
        var heard = insert("heard (team_id, channel_id, until)", "?, ?, ?")) {
      for (int c = 0; c < channels; c++) {
        add(plan, team(c), channel(c), "Europe/Stockholm", "sv", person(c, c));
        add(weekly, team(c), channel(c), "nudge", 1 + c % 5, "09:00", now);
        add(weekly, team(c), channel(c), "digest", 1 + c % 5, "15:00", now);
        add(heard, team(c), channel(c), now.minusSeconds(3600));
      }
    }
  }

  private void slots() throws SQLException {
    int weeks = (int) YEARS.toDays() / 7;
    try (var nudge =
            insert(
                "nudge_slot (team_id, channel_id, due, local_date, zone, language, kind, state,"
                    + " prompt_id, principle, round, ts, claimed_at, settled_at)",
                "?, ?, ?, ?, 'UTC', 'sv', 'planned', 'posted', ?, ?, ?, ?, ?, ?");
        var digest =
            insert(
                "digest_slot (team_id, channel_id, due, week, zone, language, state, ts,"
                    + " settled_at)",
                "?, ?, ?, ?, 'UTC', 'sv', 'posted', ?, ?")) {
      for (int c = 0; c < channels; c++) {
        for (int week = 1; week <= weeks; week++) {
          Instant due = now.minus(Duration.ofDays(7L * week)).minusSeconds(c);
          String date = due.toString().substring(0, 10);
          int prompt = weeks - week;
          add(
              nudge,
              team(c),
              channel(c),
              due,
              date,
              "p" + prompt % 40,
              1 + prompt % 7,
              prompt / 40,
              ts(due, c),
              due,
              due);
          String name = "%04d-W%02d".formatted(prompt / 50 + 2020, prompt % 50 + 1);
          add(digest, team(c), channel(c), due, name, ts(due, c + channels), due);
        }
      }
    }
  }

  private void wins() throws SQLException {
    try (var win =
            insert(
                "win (team_id, channel_id, source_id, ts, user_id, text, kind, principle, nudge_ts,"
                    + " said_at, origin)",
                "?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, 'phrase'");
        var reaction =
            insert(
                "reaction (team_id, channel_id, ts, user_id, emoji, event_ts, removed, checked,"
                    + " seen_at)",
                "?, ?, ?, ?, ?, ?, 0, 1, ?");
        var link =
            insert(
                "win_link (team_id, channel_id, source_id, parent_channel_id, parent_ts,"
                    + " idea_channel_id, idea_ts)",
                "?, ?, ?, ?, ?, ?, ?");
        var difference =
            insert(
                "difference (team_id, channel_id, source_id, user_id, asked_at, answer)",
                "?, ?, ?, ?, ?, 'none_yet'")) {
      var last = new Said[channels];
      for (int n = 0; n < wins; n++) {
        Said said = said(n);
        add(
            win,
            said.team(),
            said.channel(),
            said.ts(),
            said.ts(),
            said.person(),
            text(n),
            n % 4 == 0 ? "learned" : "did",
            1 + n % 7,
            said.at());
        for (int r = 0; r < REACTIONS; r++) {
          add(
              reaction,
              said.team(),
              said.channel(),
              said.ts(),
              person(said.number(), n + 1 + r),
              EMOJI.get(r),
              said.ts(),
              said.at());
        }
        Said before = last[said.number()];
        if (n % 50 == 7 && before != null) {
          add(
              link,
              said.team(),
              said.channel(),
              said.ts(),
              before.channel(),
              before.ts(),
              before.channel(),
              before.ts());
        }
        if (n % 20 == 3) {
          add(difference, said.team(), said.channel(), said.ts(), said.person(), said.at());
        }
        last[said.number()] = said;
      }
    }
  }

  /// @param number of its channel
  private record Said(
      int number, String team, String channel, String ts, String person, Instant at) {}

  /// The oldest first. Some channels are busier than others, and one person than all.
  private Said said(int n) {
    boolean isOfOne = n % 100 == 0 && n / 100 < 10_000;
    double share = random.nextDouble();
    int c = (int) (channels * share * share) / (isOfOne ? 2 : 1);
    Instant at =
        now.minus(YEARS.multipliedBy(wins - n).dividedBy(wins)).truncatedTo(ChronoUnit.SECONDS);
    String who = isOfOne ? PERSON : person(c, 1 + random.nextInt(people));
    return new Said(c, team(c), channel(c), ts(at, n), who, at);
  }

  private static String text(int n) {
    return BEGINNINGS.get(n % BEGINNINGS.size())
        + " "
        + THINGS.get(n / 8 % THINGS.size())
        + " "
        + (n % 3 == 0 ? ENDS.get(n / 24 % ENDS.size()) : "och skrev upp det")
        + " nr"
        + n / 3
        + (n % 1000 == 0 ? " sällsamt" : "");
  }

  private void microactions() throws SQLException {
    try (var own =
        insert(
            "microaction (team_id, microaction_id, channel_id, principle, minutes, language, text,"
                + " proposed_by, proposed_at, accepted_by, accepted_at)",
            "?, ?, ?, 1, 5, 'sv', 'fråga en kollega', ?, ?, ?, ?")) {
      for (int n = 0; n < wins / 10; n++) {
        int c = n % channels;
        Instant at = now.minusSeconds(n);
        add(own, team(c), "M" + n, channel(c), person(c, n), at, person(c, n + 1), at);
      }
    }
  }

  private void promises() throws SQLException {
    try (var promise =
        insert(
            "microaction_promise (team_id, promise_id, channel_id, user_id, nudge_ts, action,"
                + " principle, minutes, text, promised_at, asked_at)",
            "?, ?, ?, ?, ?, 'p:1', 1, 5, 'ask a colleague', ?, ?")) {
      for (int n = 0; n < wins / 5; n++) {
        int c = random.nextInt(channels);
        Instant at = now.minus(Duration.ofDays(7L * (1 + n % 180))).minusSeconds(c);
        add(promise, team(c), "P" + n, channel(c), person(c, n), ts(at, c), at, at);
      }
    }
  }

  private void persons() throws SQLException {
    try (var care =
            insert(
                "care_person (team_id, user_id, language, quiet_from, quiet_until)",
                "?, ?, ?, '18:00', '08:00'");
        var tag = insert("spread_tag (team_id, user_id, kind, value)", "?, ?, 'sector', ?");
        var name = insert("name (team_id, id, name, asked_at)", "?, ?, ?, ?")) {
      for (int p = 0; p < people; p++) {
        String team = team(p % channels);
        add(care, team, person(p % channels, p), p % 5 == 0 ? "en" : null);
        add(tag, team, person(p % channels, p), "sector " + p % 9);
        add(name, team, person(p % channels, p), "name " + p, now);
      }
    }
  }

  /// Of the first half of the channels, the rehearsal's.
  private String team(int channel) {
    return channel <= channels / 2 ? TEAM : "T0FILL" + channel % (TEAMS - 1);
  }

  private static String channel(int number) {
    return number == 0 ? CHANNEL : "C0FILL" + number;
  }

  private String person(int channel, int number) {
    return "U0FILL" + (1 + (channel * 7 + number % 40 * 31) % (people - 1));
  }

  private static String ts(Instant at, int number) {
    return at.getEpochSecond() + ".%06d".formatted(number % 1_000_000);
  }

  private PreparedStatement insert(String into, String values) throws SQLException {
    return connection.prepareStatement(
        "INSERT OR IGNORE INTO " + into + " VALUES (" + values + ")");
  }

  private void add(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i] instanceof Instant at ? at.toString() : values[i]);
    }
    row.executeUpdate();
    if (++written % A_TRANSACTION == 0) {
      connection.commit();
    }
  }
}
