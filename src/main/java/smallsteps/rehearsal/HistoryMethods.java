package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** conversations.history and .replies: what was said. */
final class HistoryMethods {
  private static final List<String> HISTORY =
      List.of("channels:history", "groups:history", "im:history");

  private final Access access;

  HistoryMethods(Access access) {
    this.access = access;
  }

  List<Method> methods() {
    return List.of(
        new Method("conversations.history", HISTORY, Method.TIER_3, this::history),
        new Method("conversations.replies", HISTORY, Method.TIER_3, this::replies));
  }

  private JsonObject history(Params params) {
    Conversation conversation = access.memberReadable(params, "history");
    List<JsonObject> newestFirst =
        conversation.messages.descendingMap().values().stream()
            .filter(each ->
                !conversation.isReply(each)
                    || Wire.text(each, "subtype").equals("thread_broadcast"))
            .filter(each -> isWithin(params, Wire.text(each, "ts")))
            .toList();
    var page = params.page(newestFirst, 100, 999);
    return new Fields()
        .put("messages", shown(conversation, page.items(), params))
        .put("has_more", !page.next().isEmpty())
        .put("pin_count", 0)
        .put("response_metadata", page.metadata())
        .json();
  }

  private JsonObject replies(Params params) {
    Conversation conversation = access.memberReadable(params, "history");
    JsonObject asked =
        conversation.message(params.text("ts")).orElseThrow(() -> new Refusal("thread_not_found"));
    String threadTs =
        conversation.isReply(asked) ? Wire.text(asked, "thread_ts") : params.text("ts");
    List<JsonObject> thread = new ArrayList<>();
    conversation.message(threadTs).ifPresent(thread::add);
    conversation.replies(threadTs).stream()
        .filter(each -> isWithin(params, Wire.text(each, "ts")))
        .forEach(thread::add);
    var page = params.page(thread, 1000, 1000);
    return new Fields()
        .put("messages", shown(conversation, page.items(), params))
        .put("has_more", !page.next().isEmpty())
        .put("response_metadata", page.metadata())
        .json();
  }

  /** Bounds are outside unless {@code inclusive}. */
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

  private static List<JsonObject> shown(
      Conversation conversation, List<JsonObject> messages, Params params) {
    Stream<JsonObject> shown = messages.stream().map(conversation::shown);
    return params.flag("include_all_metadata")
        ? shown.toList()
        : shown.map(HistoryMethods::withoutPayload).toList();
  }

  private static JsonObject withoutPayload(JsonObject message) {
    return message.containsKey("metadata")
        ? Wire.with(
            message, "metadata", Wire.without(Wire.child(message, "metadata"), "event_payload"))
        : message;
  }
}
