package smallsteps.slack.api;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.FormBody;
import smallsteps.slack.payload.LooseJson;
import smallsteps.slack.payload.PostedMessage;

/// Reads what stands in a channel, or in a thread of it, a page at a time. A message that can't be
/// read is counted and passed over; a page that can't be read is none.
public final class Pages {
  public static final int FULL = 200;

  private final Calls calls;

  public Pages(Calls calls) {
    this.calls = calls;
  }

  /// @param threadTs null for the channel itself; a thread's first message is in every answer
  /// @param oldest what is wanted comes after this ts; null for all from the beginning
  /// @param latest and before this one; null for all until now
  public record Part(String channelId, String threadTs, String oldest, String latest) {}

  /// @param messages of a channel the newest first, of a thread the oldest
  /// @param nextCursor empty on the last page
  /// @param passedOver so many stand there besides, and nobody can say when they were written
  /// @param isCutOff there is more, and no way to it
  public record Page(
      List<PostedMessage> messages, String nextCursor, int passedOver, boolean isCutOff) {}

  /// False when Slack has turned our token down.
  public boolean mayAsk() {
    return calls.deadToken().isEmpty();
  }

  /// @param cursor empty for the first page
  public Answer<Page> read(Part part, String cursor, int limit, Duration patience) {
    return part.threadTs() == null
        ? read("conversations.history", history(part, cursor, limit), patience)
        : read("conversations.replies", replies(part, cursor, limit), patience);
  }

  private static FormBody.Builder history(Part part, String cursor, int limit) {
    return RequestFormBuilder.toForm(
        ConversationsHistoryRequest.builder()
            .channel(part.channelId())
            .oldest(part.oldest())
            .latest(part.latest())
            .cursor(cursor)
            .limit(limit)
            .includeAllMetadata(true)
            .build());
  }

  private static FormBody.Builder replies(Part part, String cursor, int limit) {
    return RequestFormBuilder.toForm(
        ConversationsRepliesRequest.builder()
            .channel(part.channelId())
            .ts(part.threadTs())
            .oldest(part.oldest())
            .latest(part.latest())
            .cursor(cursor)
            .limit(limit)
            .includeAllMetadata(true)
            .build());
  }

  private Answer<Page> read(String method, FormBody.Builder form, Duration patience) {
    Answer<Page> answer =
        calls.call(method, "", patience, form).read(said -> page(method, said.json()));
    if (answer.problem().equals(Answer.UNREADABLE)) {
      calls.unread(method, 1);
    }
    return answer;
  }

  /// Empty where there is no list of messages: that is not to be taken for an empty one.
  private Optional<Page> page(String method, LooseJson said) {
    return said.list("messages").map(all -> page(method, said, all));
  }

  private Page page(String method, LooseJson said, List<LooseJson> all) {
    String next = Objects.requireNonNullElse(said.in("response_metadata").text("next_cursor"), "");
    List<PostedMessage> messages =
        all.stream().map(PostedMessage::of).flatMap(Optional::stream).toList();
    int passedOver = all.size() - messages.size();
    long odd = messages.stream().filter(PostedMessage::isOdd).count();
    calls.unread(method, passedOver + odd);
    boolean isCutOff = said.is("has_more") && next.isEmpty();
    return new Page(messages, next, passedOver, isCutOff);
  }
}
