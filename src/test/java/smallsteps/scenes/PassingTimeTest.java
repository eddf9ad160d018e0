package smallsteps.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.state.Message;

/// Time in one's hands: the bot's clock goes where one lets it, and all that is due comes.
class PassingTimeTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private static final Script PLANNED =
      Script.read(
          """
          {"begins": "2026-10-19T08:00", "acts": [
            {"do": "command", "who": "alva", "in": "små-steg", "text": "/nudge måndag 08:37"}]}
          """);

  @AutoClose private static Chromium chromium;

  @BeforeAll
  static void begin() {
    chromium = Chromium.start();
  }

  @Test
  void theTimeIsLetGoAndTheClockThatIsShownIsTheBots() throws Exception {
    try (var rehearsal = new Rehearsal(PLANNED);
        var screen =
            new OnScreen(
                chromium, rehearsal.workspace, rehearsal.workspace.alva(), rehearsal.channel())) {
      letPass(screen, "nudge");
      assertThat(screen.message("Hur lång tid har du?")).containsText("08:37");
      assertThat(screen.part("clock")).containsText("Monday, 19 October 2026 at 08:37");

      letPass(screen, "hour");
      assertThat(screen.part("clock")).containsText("09:37");
      letPass(screen, "friday 15:00");
      assertThat(screen.part("clock")).containsText("Friday, 23 October 2026 at 15:00");

      letPass(screen, "clock_change");
      assertThat(screen.part("clock")).containsText("Monday, 2 November 2026 at 12:00");
      assertThat(times(rehearsal))
          .last()
          .as("by the new time")
          .asString()
          .contains("T08:37", "+01:00");

      letPass(screen, "weeks");
      assertThat(screen.part("clock")).containsText("Monday, 16 November 2026 at 12:00");
      assertThat(nudges(rehearsal)).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  private static void letPass(OnScreen screen, String destination) {
    screen.part("time-menu").click();
    screen.page.locator("[data-testid=time-entry][data-to='" + destination + "']").click();
    assertThat(screen.part("time-menu")).isVisible();
  }

  private static List<Message> nudges(Rehearsal rehearsal) {
    return rehearsal.workspace.messages(rehearsal.channel()).stream()
        .filter(each -> each.actionIds().contains("nudge_win"))
        .toList();
  }

  private static List<ZonedDateTime> times(Rehearsal rehearsal) {
    return nudges(rehearsal).stream()
        .map(each -> Instant.ofEpochSecond((long) Double.parseDouble(each.ts())))
        .map(each -> each.atZone(STOCKHOLM))
        .toList();
  }

  @Test
  void aYearCanBeWatchedAndStoppedWhereOneLikes() throws Exception {
    try (var rehearsal = new Rehearsal(PLANNED);
        var screen =
            new OnScreen(
                chromium, rehearsal.workspace, rehearsal.workspace.alva(), rehearsal.channel())) {
      screen.part("time-menu").click();
      screen.page.locator("[data-testid=time-entry][data-to=year]").click();
      assertThat(screen.part("passing")).containsText("2027");
      rehearsal.workspace.await(
          "a third nudge", () -> Optional.of(nudges(rehearsal)).filter(all -> all.size() > 2));
      screen.part("stay").click();
      Locator clock = screen.part("clock");
      assertThat(screen.part("time-menu")).isVisible();
      assertThat(clock).not().containsText("19 October 2026");
      assertThat(rehearsal.workspace.warnings()).isEmpty();
    }
  }
}
