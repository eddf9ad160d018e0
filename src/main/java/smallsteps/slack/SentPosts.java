package smallsteps.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import smallsteps.Outcome;
import smallsteps.Post;

/// Looks in a channel for a post of ours of which we never heard how it went.
final class SentPosts {
  /// A post with its look back must be done before its slot's lease runs out.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// The clocks of Slack and of this machine may differ by this much.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  /// The newest come first, and a channel may be lively: so many pages are read, and no more.
  private static final int PAGES = 10;

  /// The reason when there is more than we look at.
  private static final String HAS_MORE = "has_more";

  private final Pages pages;

  SentPosts(Pages pages) {
    this.pages = pages;
  }

  /// Looks for the message by its metadata: Posted where it stands, NotSeen where it does not,
  /// Unsure where we may not look, NotSent where Slack could not be asked just now.
  Outcome find(Post post, Instant since) {
    String oldest = since.minus(CLOCKS_APART).getEpochSecond() + ".000000";
    var part = new Pages.Part(post.channelId(), post.threadTs(), oldest, null);
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Answer<Pages.Page> answer = pages.read(part, cursor, Pages.FULL, PATIENCE);
      Optional<Pages.Page> read = answer.response();
      if (read.isEmpty()) {
        boolean mayNot = answer instanceof Answer.Refused<Pages.Page> && pages.mayAsk();
        return mayNot
            ? new Outcome.Unsure(answer.problem())
            : new Outcome.NotSent(answer.problem());
      }
      Optional<String> ts = ts(read.get(), post.metadata());
      if (ts.isPresent()) {
        return new Outcome.Posted(ts.get());
      }
      cursor = read.get().nextCursor();
      if (cursor.isEmpty()) {
        return read.get().isCutOff() ? new Outcome.Unsure(HAS_MORE) : new Outcome.NotSeen(since);
      }
    }
    return new Outcome.Unsure(HAS_MORE);
  }

  private static Optional<String> ts(Pages.Page page, Post.Metadata wanted) {
    return page.messages().stream()
        .filter(message -> carries(message, wanted))
        .map(PostedMessage::ts)
        .findFirst();
  }

  private static boolean carries(PostedMessage message, Post.Metadata wanted) {
    LooseJson payload = message.metadata().in("event_payload");
    return wanted.eventType().equals(message.metadata().text("event_type"))
        && wanted.payload().entrySet().stream()
            .allMatch(each -> each.getValue().equals(payload.text(each.getKey())));
  }
}
