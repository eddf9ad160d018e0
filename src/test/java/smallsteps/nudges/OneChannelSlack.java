package smallsteps.nudges;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smallsteps.outbox.Owed;

/// Slack as far as nudges know it: messages by the slot that they carry unseen.
final class OneChannelSlack {
  private final Map<String, List<String>> standing = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int number = 100_000;

  /// False when the process did not live to hear how it went.
  boolean take(Owed post, Step.Fate fate) {
    boolean lives = fate != Step.Fate.DIED_BEFORE && fate != Step.Fate.DIED_AFTER;
    List<String> found = messages(slot(post));
    if (post.mayStandSince() != null && !found.isEmpty() && fate != Step.Fate.UNSURE_LOST) {
      post.done(found.getFirst());
      return true;
    }
    if (!post.mayGoOut() && fate != Step.Fate.UNSURE_LOST && fate != Step.Fate.NOT_SENT) {
      if (lives) {
        post.notSeen();
      }
      return lives;
    }
    switch (fate) {
      case POSTED -> post.done(stand(post));
      case NOT_SENT -> post.notSent(Duration.ofMinutes(1));
      case REFUSED -> post.refused("msg_too_long");
      case UNSURE_LOST -> post.unsure("missing_scope");
      case COMES_LATER -> {
        post.lost();
        stand(post);
      }
      case UNSURE_STANDS -> {
        stand(post);
        post.unsure("missing_scope");
      }
      case DIED_AFTER -> stand(post);
      case DIED_BEFORE -> {}
    }
    return lives;
  }

  private String stand(Owed post) {
    String ts = "1800000000." + number++;
    standing.computeIfAbsent(slot(post), _ -> new ArrayList<>()).add(ts);
    texts.add(post.content().text());
    return ts;
  }

  static String slot(Owed post) {
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
