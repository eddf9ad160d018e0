package smallsteps.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.scenes.Script;

/// What somebody sees who has never seen the bot, from the address that `rehearse` prints.
class RehearsalPageTest {
  @AutoClose private static Chromium chromium;
  private Rehearsal rehearsal;
  private OnScreen screen;

  @BeforeAll
  static void begin() {
    chromium = Chromium.start();
  }

  private void open(String language) throws Exception {
    rehearsal = new Rehearsal(Script.WEEK);
    screen = new OnScreen(chromium, rehearsal.workspace, language);
  }

  @AfterEach
  void close() {
    try (var over = rehearsal;
        var seen = screen) {
      assertThat(over.workspace.warnings()).isEmpty();
      assertThat(seen.page.isClosed()).isFalse();
    }
  }

  @Test
  void itOpensOnAWeekThatIsUnderWayInTheBrowsersLanguage() throws Exception {
    open("sv-SE");
    assertThat(screen.part("channel-name")).hasText("#små-steg");
    assertThat(screen.part("clock")).containsText("onsdag 25 november 2026");
    assertThat(screen.message("Hej! Jag är Små steg")).isVisible();
    Locator nudge = screen.message("Hur lång tid har du?");
    assertThat(nudge).containsText("2 svar");
    assertThat(OnScreen.reaction(nudge, "raised_hands")).containsText("2");
    assertThat(OnScreen.reaction(screen.message("märkte upp dörren"), "seedling")).isVisible();
    assertThat(screen.message("bytte en förkortning")).containsText("1 svar");
    assertThat(screen.part("person")).hasCount(8);
    assertThat(screen.part("guide-scene")).hasCount(3);
  }

  @Test
  void anotherLanguageIsAnotherTeamThatSpeaksAndOtherLabels() throws Exception {
    open("en-GB");
    assertThat(screen.part("channel-name")).hasText("#small-steps");
    assertThat(screen.part("send")).hasText("Send");
    assertThat(screen.message("How much time do you have?")).isVisible();
    assertThat(person("Cleo")).hasAttribute("aria-pressed", "true");
    assertThat(person("Cleo")).containsText("en");

    screen.part("bolt").click();
    assertThat(screen.part("global-shortcut").first()).containsText("I did a small thing");

    screen.page.locator("[data-language=sv]").click();
    assertThat(screen.part("channel-name")).hasText("#små-steg");
    assertThat(screen.part("send")).hasText("Skicka");
    assertThat(person("Alva")).hasAttribute("aria-pressed", "true");
    assertThat(person("Alva")).containsText("sv");
    assertThat(screen.page.locator("html")).hasAttribute("lang", "sv");
    screen.part("bolt").click();
    assertThat(screen.part("global-shortcut").first()).containsText("Jag gjorde en liten sak");

    screen.page.reload();
    assertThat(screen.part("send")).hasText("Skicka");
  }

  private Locator person(String name) {
    return screen.part("person").filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void theGuideLeadsFromANudgeToTheQuestionHowItWent() throws Exception {
    open("sv-SE");
    screen.page.locator("[data-scene=nudge]").click();
    screen.part("guide-go").click();
    assertThat(screen.part("guide-text")).containsText("Där är den.");
    screen.message("Hur lång tid har du?").getByText("2 min").click();
    assertThat(screen.part("guide-text")).containsText("Anta den");
    screen.message("På 2 minuter kan du").locator("[data-action-id=microaction_promise]").click();
    assertThat(screen.part("guide-text")).containsText("får du frågan");
    screen.part("guide-go").click();
    assertThat(screen.part("guide-go")).hasText("Visa mig");
    screen.part("guide-go").click();
    assertThat(screen.message("Blev det av?")).containsText("Inte än");
    assertThat(screen.part("guide-scene")).hasCount(3);
  }

  @Test
  void theGuideShowsHowAnIdeaSpreads() throws Exception {
    open("en-GB");
    screen.page.locator("[data-scene=too]").click();
    screen.message("swapped an abbreviation").getByText("I did it too").click();
    assertThat(screen.part("guide-text")).containsText("Write what you did");
    screen.part("modal").locator("textarea").fill("wrote out our own");
    screen.part("modal-submit").click();
    assertThat(screen.part("guide-text")).containsText("how many people");
    screen.press(screen.message("swapped an abbreviation"), "thread-summary");
    assertThat(screen.inThread("wrote out our own")).containsText("3 people");
  }

  @Test
  void theGuideEndsTheWeekWithADigestThatCountsPeople() throws Exception {
    open("en-GB");
    screen.page.locator("[data-scene=digest]").click();
    screen.part("guide-go").click();
    assertThat(screen.part("guide-text")).containsText("It tells of small things");
    assertThat(screen.message("The week’s small things")).containsText("people shared something");
    assertThat(screen.part("clock")).containsText("Friday, 27 November 2026 at 15:00");
  }
}
