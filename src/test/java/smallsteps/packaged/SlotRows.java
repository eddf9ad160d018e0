package smallsteps.packaged;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The bot's slots and posts as its database has them: when they were due stands in no export.
///
/// @param url the database's
record SlotRows(String url) {
  record Slot(String channelId, Instant due, String state) {}

  List<Slot> all() throws SQLException {
    var slots = new ArrayList<Slot>();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT channel_id, due, state FROM nudge_slot")) {
      while (rows.next()) {
        slots.add(new Slot(rows.getString(1), Instant.parse(rows.getString(2)), rows.getString(3)));
      }
    }
    return slots;
  }

  /// Of which it is not known yet what became of them.
  int open() throws SQLException {
    return (int) all().stream().filter(slot -> slot.state().equals("claimed")).count();
  }

  /// What the bot still owes Slack.
  int owed() throws SQLException {
    return count("SELECT count(*) FROM outbox");
  }

  /// What of it a bot is at just now.
  int underWay() throws SQLException {
    return count("SELECT count(*) FROM outbox WHERE owner IS NOT NULL");
  }

  private int count(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /// Whether there is a slot for the nudge that was promised.
  static boolean holds(List<Slot> slots, Talk.Promised promised) {
    return slots.stream()
        .filter(slot -> slot.channelId().equals(promised.channel().id()))
        .anyMatch(slot ->
            promised.wrong().stream()
                .map(wrong -> slot.due().minus(wrong))
                .anyMatch(due -> !due.isBefore(promised.from()) && !due.isAfter(promised.to())));
  }
}
