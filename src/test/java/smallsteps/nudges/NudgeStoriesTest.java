package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.weekly.Times;
import smallsteps.weekly.Times.Occasion;

/// Whatever happens to the clock, the plan, the processes and Slack: each turn of a plan has its
/// receipt, and no turn is posted twice.
class NudgeStoriesTest {
  private static final AtomicInteger CHANNEL = new AtomicInteger();
  private static Path folder;
  private static Database one;
  private static Database two;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("stories");
    one = Migrated.open(folder.resolve("nudges.db"));
    two = Migrated.open(folder.resolve("nudges.db"));
  }

  @AfterContainer
  static void close() throws IOException {
    two.close();
    one.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return Times.occasions();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.steps();
  }

  @Property(tries = 200)
  void eachTurnHasItsReceiptAndNoneIsPostedTwice(
      @ForAll("occasions") Occasion when,
      @ForAll DayOfWeek weekday,
      @ForAll("steps") List<Step> steps) {
    String channelId = "C" + CHANNEL.incrementAndGet();
    var story = new ChannelStory(channelId, one, two, when.noon().minusSeconds(3 * 86_400));
    story.begin(when.wall(weekday));
    steps.forEach(story::tell);
    story.end();

    List<Nudge> receipts = new Nudges(one).ofAll(null, null, channelId);
    var dates = new TreeMap<>();
    receipts.forEach(receipt -> dates.put(receipt.date(), receipt.due()));
    assertThat(dates).isEqualTo(story.takenUp());
    assertThat(receipts).hasSameSizeAs(dates.keySet());
    receipts.forEach(receipt -> assertTrue(receipt, story.slack()));
    assertThat(story.slack().all().keySet())
        .isSubsetOf(receipts.stream().map(receipt -> receipt.due().toString()).toList());
  }

  @Property(tries = 10)
  void noPromptComesAgainBeforeAllHaveWhateverHappensToTheProcesses(
      @ForAll @Size(min = 50, max = 90) List<Step.Fate> fates, @ForAll Random random) {
    var prompts = new PromptsInTurn("C" + CHANNEL.incrementAndGet(), one, two, random);
    fates.forEach(prompts::next);
  }

  /// Whether the receipt says what one sees in the channel.
  private static void assertTrue(Nudge receipt, OneChannelSlack slack) {
    List<String> messages = slack.messages(receipt.due().toString());
    assertThat(messages).hasSizeLessThan(2);
    if (receipt.state().equals("posted")) {
      assertThat(messages).containsExactly(receipt.ts());
    } else if (!Map.of("skipped", "unsure").equals(Map.of(receipt.state(), receipt.reason()))) {
      assertThat(messages).isEmpty();
    }
  }
}
