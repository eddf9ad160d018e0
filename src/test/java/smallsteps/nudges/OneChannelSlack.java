package smallsteps.nudges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smallsteps.Outcome;
import smallsteps.Post;

/// Slack as far as nudges know it: messages by the slot that they carry unseen.
final class OneChannelSlack {
  private final Map<String, List<String>> standing = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int number = 100_000;

  /// False when the process did not live to hear how it went.
  boolean take(Post post, Step.Fate fate, Instant now) {
    List<String> found = messages(slot(post));
    if (post.mayStandSince() != null && !found.isEmpty() && fate != Step.Fate.UNSURE_LOST) {
      post.settle().accept(new Outcome.Posted(found.getFirst()));
      return true;
    }
    if (!mayGoOut(post, now) && fate != Step.Fate.UNSURE_LOST && fate != Step.Fate.NOT_SENT) {
      return lookedFor(post, fate, now);
    }
    switch (fate) {
      case POSTED -> post.settle().accept(new Outcome.Posted(stand(post)));
      case NOT_SENT -> post.settle().accept(new Outcome.NotSent("no network"));
      case REFUSED -> post.settle().accept(new Outcome.Refused("msg_too_long"));
      case UNSURE_LOST -> post.settle().accept(new Outcome.Unsure("missing_scope"));
      case COMES_LATER -> {
        post.settle().accept(new Outcome.NotSeen(now));
        stand(post);
      }
      case UNSURE_STANDS -> {
        stand(post);
        post.settle().accept(new Outcome.Unsure("missing_scope"));
      }
      case DIED_AFTER -> stand(post);
      case DIED_BEFORE -> {}
    }
    return fate != Step.Fate.DIED_BEFORE && fate != Step.Fate.DIED_AFTER;
  }

  static boolean mayGoOut(Post post, Instant now) {
    return post.notAfter() == null || now.isBefore(post.notAfter());
  }

  /// Too late to be posted: it was only looked for, and does not stand there.
  private static boolean lookedFor(Post post, Step.Fate fate, Instant now) {
    boolean lived = fate != Step.Fate.DIED_BEFORE && fate != Step.Fate.DIED_AFTER;
    if (lived) {
      post.settle().accept(new Outcome.NotSeen(now));
    }
    return lived;
  }

  private String stand(Post post) {
    String ts = "1800000000." + number++;
    standing.computeIfAbsent(slot(post), _ -> new ArrayList<>()).add(ts);
    texts.add(post.content().text());
    return ts;
  }

  static String slot(Post post) {
    return post.metadata().payload().get("slot");
  }

  /// The ts of each message that stands for this slot: one at most, one hopes.
  List<String> messages(String slot) {
    return standing.getOrDefault(slot, List.of());
  }

  Map<String, List<String>> all() {
    return standing;
  }

  /// What was said, in that order.
  List<String> texts() {
    return texts;
  }
}
