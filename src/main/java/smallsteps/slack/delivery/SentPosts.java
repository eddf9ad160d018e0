package smallsteps.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Pages;
import smallsteps.slack.api.Stopwatch;
import smallsteps.slack.payload.LooseJson;
import smallsteps.slack.payload.PostedMessage;

/// Looks in a channel for a post of ours of which we never heard how it went.
public final class SentPosts {
  /// The clocks of Slack and of this machine may differ by this much.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  /// The newest come first, and a channel may be lively: so many pages are read, and no more.
  private static final int PAGES = 10;

  /// The reason when there is more than we look at.
  private static final String HAS_MORE = "has_more";

  private final Pages pages;
  private final Stopwatch time;

  public SentPosts(Pages pages, Stopwatch time) {
    this.pages = pages;
    this.time = time;
  }

  /// What a look came to.
  sealed interface Look {}

  record Found(String ts) implements Look {}

  record NotThere() implements Look {}

  /// Slack does not let us, or there is too much to look through.
  record MayNotLook(String reason) implements Look {}

  /// Slack could not be asked just now, or not to the end.
  record NotNow(String reason) implements Look {}

  /// Looks for the message by its metadata.
  ///
  /// @param since by Slack's clock
  /// @param patience how long all of it may take
  Look find(Act.Post post, Instant since, Duration patience) {
    String oldest = since.minus(CLOCKS_APART).getEpochSecond() + ".000000";
    var part = new Pages.Part(post.channelId(), post.threadTs(), oldest, null);
    long deadline = time.nanoTime() + patience.toNanos();
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Duration left = Duration.ofNanos(deadline - time.nanoTime());
      if (left.isNegative()) {
        return new NotNow("slow");
      }
      Answer<Pages.Page> answer = pages.read(part, cursor, Pages.FULL, left);
      Optional<Pages.Page> read = answer.response();
      if (read.isEmpty()) {
        boolean mayNot = answer instanceof Answer.Refused<Pages.Page> && pages.mayAsk();
        return mayNot ? new MayNotLook(answer.problem()) : new NotNow(answer.problem());
      }
      Optional<String> ts = ts(read.get(), post.metadata());
      if (ts.isPresent()) {
        return new Found(ts.get());
      }
      cursor = read.get().nextCursor();
      if (cursor.isEmpty()) {
        return read.get().isCutOff() ? new MayNotLook(HAS_MORE) : new NotThere();
      }
    }
    return new MayNotLook(HAS_MORE);
  }

  private static Optional<String> ts(Pages.Page page, Act.Metadata wanted) {
    return page.messages().stream()
        .filter(message -> carries(message, wanted))
        .map(PostedMessage::ts)
        .findFirst();
  }

  private static boolean carries(PostedMessage message, Act.Metadata wanted) {
    LooseJson payload = message.metadata().in("event_payload");
    return wanted.eventType().equals(message.metadata().text("event_type"))
        && wanted.payload().entrySet().stream()
            .allMatch(each -> each.getValue().equals(payload.text(each.getKey())));
  }
}
