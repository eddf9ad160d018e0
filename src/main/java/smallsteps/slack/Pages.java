package smallsteps.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.util.List;

/// Reads what stands in a channel, or in a thread of it, a page at a time.
final class Pages {
  static final int FULL = 200;

  private final Calls calls;

  Pages(Calls calls) {
    this.calls = calls;
  }

  /// @param threadTs null for the channel itself; a thread's first message is in every answer
  /// @param oldest what is wanted comes after this ts; null for all from the beginning
  /// @param latest and before this one; null for all until now
  record Part(String channelId, String threadTs, String oldest, String latest) {}

  /// @param messages of a channel the newest first, of a thread the oldest
  /// @param nextCursor empty on the last page
  record Page(List<Message> messages, String nextCursor) {
    static Page of(List<Message> messages, ResponseMetadata metadata) {
      String next = metadata == null ? null : metadata.getNextCursor();
      return new Page(messages, next == null ? "" : next);
    }
  }

  /// False when Slack has turned our token down.
  boolean mayAsk() {
    return calls.deadToken().isEmpty();
  }

  /// @param cursor empty for the first page
  Answer<Page> read(Part part, String cursor, int limit, Duration patience) {
    return part.threadTs() == null
        ? history(part, cursor, limit, patience)
        : replies(part, cursor, limit, patience);
  }

  private Answer<Page> history(Part part, String cursor, int limit, Duration patience) {
    Answer<ConversationsHistoryResponse> answer =
        calls.call(
            "conversations.history",
            "",
            patience,
            client ->
                client.conversationsHistory(r ->
                    r.channel(part.channelId())
                        .oldest(part.oldest())
                        .latest(part.latest())
                        .cursor(cursor)
                        .limit(limit)
                        .includeAllMetadata(true)));
    return answer.map(read -> Page.of(read.getMessages(), read.getResponseMetadata()));
  }

  private Answer<Page> replies(Part part, String cursor, int limit, Duration patience) {
    Answer<ConversationsRepliesResponse> answer =
        calls.call(
            "conversations.replies",
            "",
            patience,
            client ->
                client.conversationsReplies(r ->
                    r.channel(part.channelId())
                        .ts(part.threadTs())
                        .oldest(part.oldest())
                        .latest(part.latest())
                        .cursor(cursor)
                        .limit(limit)
                        .includeAllMetadata(true)));
    return answer.map(read -> Page.of(read.getMessages(), read.getResponseMetadata()));
  }
}
