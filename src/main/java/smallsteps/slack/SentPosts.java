package smallsteps.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smallsteps.Outcome;
import smallsteps.Post;

/// Looks in a channel for a post of ours of which we never heard how it went.
final class SentPosts {
  /// A post with its look back must be done before its slot's lease runs out.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// The clocks of Slack and of this machine may differ by this much.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private static final int PAGE = 200;

  /// The newest come first, and a channel may be lively: so many pages are read, and no more.
  private static final int PAGES = 10;

  private final Calls calls;

  SentPosts(Calls calls) {
    this.calls = calls;
  }

  /// @param nextCursor empty on the last page
  private record Page(List<Message> messages, String nextCursor) {
    static Page of(List<Message> messages, ResponseMetadata metadata) {
      String next = metadata == null ? null : metadata.getNextCursor();
      return new Page(messages, next == null ? "" : next);
    }
  }

  /// Looks for the message by its metadata: Posted where it stands, NotSeen where it does not, or
  /// where Slack could not be asked just now; Unsure where we may not look.
  ///
  /// @param looksAgain whether there will be another look: without one it is Unsure where Slack
  ///   could not be asked
  Outcome find(Post post, Instant since, boolean looksAgain) {
    String oldest = since.minus(CLOCKS_APART).getEpochSecond() + ".000000";
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Answer<Page> answer = page(post, oldest, cursor);
      Optional<Page> read = answer.response();
      if (read.isEmpty()) {
        boolean mayNot = answer instanceof Answer.Refused<Page> && calls.deadToken().isEmpty();
        return looksAgain && !mayNot
            ? new Outcome.NotSeen(since)
            : new Outcome.Unsure(answer.problem());
      }
      Optional<String> ts = ts(read.get(), post.metadata());
      if (ts.isPresent()) {
        return new Outcome.Posted(ts.get());
      }
      cursor = read.get().nextCursor();
      if (cursor.isEmpty()) {
        return new Outcome.NotSeen(since);
      }
    }
    return new Outcome.Unsure("has_more");
  }

  private Answer<Page> page(Post post, String oldest, String cursor) {
    return post.threadTs() == null ? history(post, oldest, cursor) : replies(post, oldest, cursor);
  }

  private Answer<Page> history(Post post, String oldest, String cursor) {
    Answer<ConversationsHistoryResponse> answer =
        calls.call(
            "conversations.history",
            "",
            PATIENCE,
            client ->
                client.conversationsHistory(r ->
                    r.channel(post.channelId())
                        .oldest(oldest)
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)));
    return answer.map(read -> Page.of(read.getMessages(), read.getResponseMetadata()));
  }

  private Answer<Page> replies(Post post, String oldest, String cursor) {
    Answer<ConversationsRepliesResponse> answer =
        calls.call(
            "conversations.replies",
            "",
            PATIENCE,
            client ->
                client.conversationsReplies(r ->
                    r.channel(post.channelId())
                        .ts(post.threadTs())
                        .oldest(oldest)
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)));
    return answer.map(read -> Page.of(read.getMessages(), read.getResponseMetadata()));
  }

  private static Optional<String> ts(Page page, Post.Metadata wanted) {
    return page.messages().stream()
        .filter(message -> carries(message, wanted))
        .map(Message::getTs)
        .findFirst();
  }

  private static boolean carries(Message message, Post.Metadata wanted) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && wanted.eventType().equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && metadata.getEventPayload().entrySet().containsAll(wanted.payload().entrySet());
  }
}
