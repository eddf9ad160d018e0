package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// conversations.history and .replies: what was said.
public final class HistoryMethods {
  private static final List<String> HISTORY =
      List.of("channels:history", "groups:history", "im:history");

  private final Access access;
  private final Faults faults;

  public HistoryMethods(Access access, Faults faults) {
    this.access = access;
    this.faults = faults;
  }

  public List<Method> methods() {
    return List.of(
        new Method("conversations.history", HISTORY, Method.TIER_3, this::history),
        new Method("conversations.replies", HISTORY, Method.TIER_3, this::replies));
  }

  private JsonObject history(Params params) {
    ConversationState conversation = access.memberReadable(params, "history");
    List<JsonObject> newestFirst =
        conversation.messages.descendingMap().values().stream()
            .filter(each ->
                !conversation.isReply(each)
                    || Wire.text(each, "subtype").equals("thread_broadcast"))
            .filter(each -> isWithin(params, Wire.text(each, "ts")))
            .toList();
    var page = Page.of(newestFirst, params, 100, 999, Comparator.reverseOrder());
    return new Fields()
        .put("messages", shown(conversation, page.messages(), params))
        .put("has_more", !page.next().isEmpty())
        .put("pin_count", 0)
        .put("response_metadata", Wire.object("next_cursor", page.next()))
        .json();
  }

  /// How the thread began stands first in every answer.
  private JsonObject replies(Params params) {
    ConversationState conversation = access.memberReadable(params, "history");
    JsonObject asked =
        conversation.message(params.text("ts")).orElseThrow(() -> new Refusal("thread_not_found"));
    String threadTs =
        conversation.isReply(asked) ? Wire.text(asked, "thread_ts") : params.text("ts");
    List<JsonObject> replies =
        conversation.replies(threadTs).stream()
            .filter(each -> isWithin(params, Wire.text(each, "ts")))
            .toList();
    var page = Page.of(replies, params, 1000, 1000, Comparator.naturalOrder());
    List<JsonObject> thread =
        Stream.concat(conversation.message(threadTs).stream(), page.messages().stream()).toList();
    return new Fields()
        .put("messages", shown(conversation, thread, params))
        .put("has_more", !page.next().isEmpty())
        .put("response_metadata", Wire.object("next_cursor", page.next()))
        .json();
  }

  /// A cursor names the message that comes next: what is deleted meanwhile moves nothing.
  private record Page(List<JsonObject> messages, String next) {
    private static final String PREFIX = "next_ts:";

    static Page of(
        List<JsonObject> all, Params params, int otherwise, int most, Comparator<String> order) {
      String from = from(params.text("cursor"));
      List<JsonObject> left =
          all.stream()
              .filter(each -> from.isEmpty() || order.compare(ts(each), from) >= 0)
              .toList();
      int size = Math.min(left.size(), params.number("limit", otherwise, most));
      return new Page(left.subList(0, size), size < left.size() ? cursor(ts(left.get(size))) : "");
    }

    private static String ts(JsonObject message) {
      return Wire.text(message, "ts");
    }

    private static String cursor(String ts) {
      byte[] text = (PREFIX + ts.replace(".", "")).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(text);
    }

    private static String from(String cursor) {
      try {
        String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
        int dot = text.length() - 6;
        return cursor.isEmpty()
            ? ""
            : text.substring(PREFIX.length(), dot) + "." + text.substring(dot);
      } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
        throw new Refusal("invalid_cursor");
      }
    }
  }

  /// Bounds are outside unless `inclusive`.
  private static boolean isWithin(Params params, String ts) {
    String oldest = params.text("oldest");
    String latest = params.text("latest");
    boolean isInclusive = params.flag("inclusive");
    int least = isInclusive ? 0 : 1;
    return (oldest.isEmpty() || oldest.equals("0") || compare(ts, oldest) >= least)
        && (latest.isEmpty() || latest.equals("now") || compare(latest, ts) >= least);
  }

  private static int compare(String ts, String other) {
    try {
      return new BigDecimal(ts).compareTo(new BigDecimal(other));
    } catch (NumberFormatException _) {
      throw new Refusal("invalid_ts_oldest");
    }
  }

  private List<JsonValue> shown(
      ConversationState conversation, List<JsonObject> messages, Params params) {
    Stream<JsonObject> shown =
        messages.stream().map(conversation::shown).map(this::withFewerReactors);
    Stream<JsonObject> told =
        params.flag("include_all_metadata") ? shown : shown.map(HistoryMethods::withoutPayload);
    return told.map(faults::shaped).toList();
  }

  private static JsonObject withoutPayload(JsonObject message) {
    return message.containsKey("metadata")
        ? Wire.with(
            message, "metadata", Wire.without(Wire.child(message, "metadata"), "event_payload"))
        : message;
  }

  /// Slack names some of many who reacted, the one who asks among them; the count is true.
  private JsonObject withFewerReactors(JsonObject message) {
    List<JsonObject> reactions =
        Wire.children(message, "reactions").stream()
            .map(each -> {
              List<String> users = new ArrayList<>(Wire.texts(each, "users"));
              users.sort(Comparator.comparing(user -> !user.equals(InstalledApp.BOT_USER)));
              int told = Math.min(users.size(), faults.reactorsTold());
              return Wire.with(each, "users", users.subList(0, told));
            })
            .toList();
    return reactions.isEmpty() ? message : Wire.with(message, "reactions", reactions);
  }
}
