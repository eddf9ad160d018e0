package smallsteps.slack;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import smallsteps.Outcome;
import smallsteps.Post;

/// Posts messages that must stand once and no more, whatever happens on the way.
final class Deliveries {
  /// A post with its look back must be done before its slot's lease runs out.
  private static final Duration POST = Duration.ofSeconds(15);

  private static final String TOO_LATE = "too_late";

  private final Calls calls;
  private final SentPosts sentPosts;
  private final InstantSource clock;

  Deliveries(Calls calls, InstantSource clock) {
    this.calls = calls;
    sentPosts = new SentPosts(new Pages(calls));
    this.clock = clock;
  }

  /// Empty when the bot ended half way: then nothing is told either.
  Optional<Outcome> deliver(Post post) {
    Outcome outcome = post(post);
    if (Thread.currentThread().isInterrupted()) {
      return Optional.empty();
    }
    post.settle().accept(outcome);
    return Optional.of(outcome);
  }

  /// Posts the message once: where an earlier try, or this one, may have got through, it is looked
  /// for first.
  private Outcome post(Post post) {
    Duration left = left(post);
    if (post.mayStandSince() != null) {
      Outcome found = sentPosts.find(post, post.mayStandSince());
      if (found instanceof Outcome.NotSent(String reason)) {
        return left.isZero()
            ? new Outcome.Unsure(reason)
            : new Outcome.NotSeen(post.mayStandSince());
      }
      if (!(found instanceof Outcome.NotSeen) || left.isZero()) {
        return found;
      }
    }
    return left.isZero() ? new Outcome.NotSent(TOO_LATE) : posted(post, left);
  }

  /// Where Slack could not be asked just now, there will be another look.
  private Outcome lookedFor(Post post, Instant since) {
    Outcome found = sentPosts.find(post, since);
    return found instanceof Outcome.NotSent ? new Outcome.NotSeen(since) : found;
  }

  /// How long it may take to post it; zero when it is too late.
  private Duration left(Post post) {
    Instant now = clock.instant();
    if (post.notAfter() == null || post.notAfter().isAfter(now.plus(POST))) {
      return POST;
    }
    Duration left = Duration.between(now, post.notAfter());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Outcome posted(Post post, Duration patience) {
    Instant began = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var form =
        RequestFormBuilder.toForm(
            ChatPostMessageRequest.builder()
                .channel(post.channelId())
                .threadTs(post.threadTs())
                .text(post.content().text())
                .blocks(WebApi.blocks(post.content()))
                .metadata(metadata(post.metadata()))
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build());
    Answer<String> answer =
        calls
            .call("chat.postMessage", post.channelId(), patience, form)
            .read(posted -> Optional.ofNullable(posted.json().text("ts")));
    return switch (answer) {
      case Answer.Ok<String>(String ts) -> new Outcome.Posted(ts);
      case Answer.Refused<String>(String error) ->
          calls.deadToken().isPresent() // the next start may have a better one
              ? new Outcome.NotSent(error)
              : new Outcome.Refused(error);
      case Answer.NotSent<String>(String reason) -> new Outcome.NotSent(reason);
      case Answer.Unsure<String>(String reason) ->
          post.metadata() == null ? new Outcome.Unsure(reason) : lookedFor(post, began);
    };
  }

  private static Message.Metadata metadata(Post.Metadata metadata) {
    return metadata == null
        ? null
        : Message.Metadata.builder()
            .eventType(metadata.eventType())
            .eventPayload(Map.copyOf(metadata.payload()))
            .build();
  }
}
