package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;

/// An export against what the channels show, once every event is acknowledged: the channels are the
/// model of what must be kept.
final class Compared {
  private final Workspace workspace;
  private final List<Message> shown;
  private final List<JsonObject> wins;
  private final List<JsonObject> nudges;

  Compared(Workspace workspace, List<Conversation> channels, String export) {
    this.workspace = workspace;
    shown = channels.stream().map(workspace::messages).flatMap(Collection::stream).toList();
    List<JsonObject> rows = export.lines().map(Compared::json).toList();
    wins = rows.stream().filter(row -> row.getString("type").equals("win")).toList();
    nudges = rows.stream().filter(row -> row.getString("type").equals("nudge")).toList();
  }

  private static JsonObject json(String line) {
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  int wins() {
    return wins.size();
  }

  Map<String, Long> nudgesByState() {
    return nudges.stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    row.getString("state")
                        + (row.isNull("reason") ? "" : " (" + row.getString("reason") + ")"),
                TreeMap::new,
                Collectors.counting()));
  }

  /// Every win is there once, with its last text, its thread and who reacted with what; nothing
  /// deleted is.
  ///
  /// @param without the ts of those whose reactions are not compared
  void assertMessagesAreKept(Set<String> without) {
    Set<String> expected =
        said()
            .map(each -> without.contains(each.ts()) ? bare(line(each)) : line(each))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> posted = winsShown().keySet();
    List<String> kept =
        wins.stream()
            .filter(row -> !row.isNull("ts") && !posted.contains(key(row)))
            .map(row -> without.contains(row.getString("ts")) ? bare(line(row)) : line(row))
            .toList();
    assertThat(kept).containsExactlyInAnyOrderElementsOf(expected);
  }

  /// Those of people's messages that the bot has confirmed by now.
  long confirmed() {
    return said().filter(Compared::isConfirmed).count();
  }

  void assertEachMessageIsConfirmed() {
    assertThat(said()).allMatch(Compared::isConfirmed);
  }

  private static boolean isConfirmed(Message message) {
    return message.reactions().containsKey("seedling");
  }

  private Stream<Message> said() {
    return shown.stream()
        .filter(each -> !each.user().equals(workspace.botUserId()))
        .filter(each -> each.text().startsWith(Talk.PHRASE));
  }

  private String line(Message message) {
    var reactions = new TreeMap<String, Set<String>>();
    message
        .reactions()
        .forEach((emoji, users) -> {
          var people = new TreeSet<>(users);
          people.remove(workspace.botUserId());
          if (!people.isEmpty()) {
            reactions.put(emoji, people);
          }
        });
    String thread = message.threadTs().equals(message.ts()) ? "" : message.threadTs();
    String text = message.text().substring(Talk.PHRASE.length());
    return String.join(
        " ", key(message), thread, message.user(), "[" + text + "]", reactions.toString());
  }

  private static String bare(String line) {
    return line.substring(0, line.lastIndexOf('{'));
  }

  private static String line(JsonObject row) {
    var reactions = new TreeMap<String, Set<String>>();
    row.getJsonObject("reactions")
        .forEach((emoji, users) -> reactions.put(emoji, new TreeSet<>(texts(users))));
    return String.join(
        " ",
        key(row),
        row.getString("thread_ts", ""),
        row.getString("user"),
        "[" + row.getString("text") + "]",
        reactions.toString());
  }

  private static List<String> texts(JsonValue array) {
    return array.asJsonArray().getValuesAs(JsonString::getString);
  }

  /// A win said by command is there once, and posted at most once; one that was never answered may
  /// be there or not.
  void assertCommandsAreKept(Collection<Talk.Commanded> commanded) {
    Map<String, Long> byText =
        wins.stream()
            .collect(Collectors.groupingBy(row -> row.getString("text"), Collectors.counting()));
    for (Talk.Commanded each : commanded) {
      long kept = byText.getOrDefault(each.text(), 0L);
      assertThat(kept).as(each.toString()).isBetween(each.isAcknowledged() ? 1L : 0L, 1L);
    }
    winsShown();
  }

  /// The nudges in the channels, each slot once.
  Map<String, Message> nudgesShown() {
    return posted("smallsteps_nudge", "slot");
  }

  /// The wins that the bot posted for people, each once.
  Map<String, Message> winsShown() {
    return posted("smallsteps_win", "source_id");
  }

  /// @return channel and ts → the message
  private Map<String, Message> posted(String eventType, String key) {
    var messages = new TreeMap<String, Message>();
    var seen = new HashSet<String>();
    for (Message message : shown) {
      JsonObject metadata = message.metadata();
      if (eventType.equals(metadata.getString("event_type", ""))) {
        String of = metadata.getJsonObject("event_payload").getString(key);
        String what = message.channel().name() + " " + of;
        assertThat(seen.add(what)).as("stands once: " + eventType + " " + what).isTrue();
        messages.put(key(message), message);
      }
    }
    return messages;
  }

  /// Each nudge that stands in a channel has its receipt, and the other way round.
  void assertEachNudgeHasItsReceipt() {
    List<String> receipts =
        nudges.stream()
            .filter(row -> row.getString("state").equals("posted"))
            .map(Compared::key)
            .toList();
    assertThat(receipts).containsExactlyInAnyOrderElementsOf(nudgesShown().keySet());
  }

  private static String key(JsonObject row) {
    return row.getString("channel") + " " + row.getString("ts", "");
  }

  private static String key(Message message) {
    return message.channel().id() + " " + message.ts();
  }
}
