package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import smallsteps.outbox.Owed;
import smallsteps.storage.Database;

/// One nudge after the other in a channel, by processes that die: what has been asked, or may have
/// been, is not asked again before all the rest.
final class PromptsInTurn {
  private static final Duration LEASE_AND_PATIENCE = Duration.ofMinutes(11);

  private final String channelId;
  private final List<NudgeProcess> processes;
  private final Random random;
  private final OneChannelSlack slack = new OneChannelSlack();
  private final Set<String> asked = new HashSet<>();
  private Instant now = Instant.parse("2026-11-23T06:00:00Z");

  PromptsInTurn(String channelId, Database one, Database two, Random random) {
    this.channelId = channelId;
    this.random = random;
    processes = List.of(new NudgeProcess(one, () -> now), new NudgeProcess(two, () -> now));
  }

  void next(Step.Fate fate) {
    NudgeProcess process = any();
    Owed post = process.typeNow(channelId);
    if (asked.size() == NudgeProcess.prompts()) {
      asked.clear();
    }
    String text = post.content().text();
    assertThat(asked.contains(text)).as("asked again: %s", text).isFalse();
    if (!slack.take(post, fate)) {
      process.restart();
    }
    finish(text);
    if (fate != Step.Fate.REFUSED) {
      asked.add(text);
    }
    now = now.plus(Duration.ofDays(1));
  }

  /// What was left is taken over by whoever comes, with the same words.
  private void finish(String text) {
    now = now.plus(LEASE_AND_PATIENCE);
    for (Owed again : any().tick(channelId)) {
      assertThat(again.content().text()).isEqualTo(text);
      slack.take(again, Step.Fate.POSTED);
    }
  }

  private NudgeProcess any() {
    return processes.get(random.nextInt(2));
  }
}
