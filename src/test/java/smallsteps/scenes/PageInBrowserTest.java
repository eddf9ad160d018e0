package smallsteps.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;

/// The rehearsal page as people use it, in a browser, with the whole bot behind it. Nothing may
/// stand in the browser's console, nor among the page's warnings.
class PageInBrowserTest {
  @AutoClose private static Chromium chromium;
  @AutoClose private static Scene scene;
  private final List<OnScreen> screens = new ArrayList<>();
  private int warningsBefore;

  @BeforeAll
  static void begin() throws Exception {
    chromium = Chromium.start();
    scene = new Scene(Scene.Transport.SOCKET_MODE);
  }

  @BeforeEach
  void remember() {
    warningsBefore = scene.workspace.warnings().size();
  }

  @AfterEach
  void close() {
    screens.forEach(OnScreen::close);
  }

  private OnScreen screen(Person person, Conversation channel) {
    var screen = new OnScreen(chromium, scene.workspace, person, channel);
    screens.add(screen);
    return screen;
  }

  private void nothingIsWarnedAbout() {
    scene.bot().awaitIdle();
    assertThat(scene.workspace.warnings()).hasSize(warningsBefore);
  }

  @Test
  void aPrincipleIsReadInOnesOwnLanguageAndItsButtonsShowTheOthers() {
    var alva = screen(scene.alva, scene.channel);
    alva.say("/principle 3");
    Locator answer = alva.message("3. Experimentera och iterera");
    assertThat(answer).containsText("Only visible to you");
    answer.locator("button[data-value='5']").click();
    assertThat(alva.message("5. I hjärtat bry oss om människor")).isVisible();
    assertThat(answer).hasCount(0);

    var cleo = screen(scene.cleo, scene.channel);
    cleo.say("/principle experimant");
    assertThat(cleo.message("3. Experiment and iterate")).containsText("Nearest match");
    assertThat(cleo.message("I hjärtat")).hasCount(0);
    nothingIsWarnedAbout();
  }

  @Test
  void aSharedPrincipleIsSeenByEverybodyThere() {
    var ben = screen(scene.ben, scene.workspace.channel("verkstan"));
    var alva = screen(scene.alva, scene.workspace.channel("verkstan"));
    ben.say("/principle dela 2");
    assertThat(alva.message("2. Göra saker i praktiken")).containsText("Delad av @Ben Ek");
    nothingIsWarnedAbout();
  }

  @Test
  void thePhraseGetsItsSeedlingAlsoInAThreadAndLosesItWhenItIsEditedAway() {
    var cleo = screen(scene.cleo, scene.channel);
    cleo.say("Jag gjorde en liten sak: bytte glödlampa");
    Locator said = cleo.message("bytte glödlampa");
    assertThat(OnScreen.reaction(said, "seedling")).isVisible();

    cleo.press(said, "tool-reply");
    cleo.part("broadcast-check").last().check();
    cleo.reply("I did a small thing: and swept the floor");
    assertThat(OnScreen.reaction(cleo.inThread("swept the floor"), "seedling")).isVisible();
    assertThat(cleo.message("swept the floor")).containsText("Replied to a thread");

    cleo.press(said, "tool-edit");
    cleo.part("edit-input").fill("Mörkt här?");
    cleo.part("edit-save").click();
    Locator edited = cleo.message("Mörkt här?");
    assertThat(edited).containsText("edited");
    assertThat(OnScreen.reaction(edited, "seedling")).hasCount(0);
    nothingIsWarnedAbout();
  }

  @Test
  void aChannelsSettingsAreChosenWithoutTypingAndAMistakeIsToldBesideItsField() {
    var alva = screen(scene.alva, scene.workspace.channel("allmänt"));
    alva.say("/nudge tisdag 08:30");
    assertThat(alva.message("varje tisdag kl. 08:30")).isVisible();
    alva.say("/nudge");
    Locator modal = alva.part("modal");
    modal.locator("input[data-value=paused]").check();
    modal.locator("input[type=date]").fill("2026-11-20");
    Locator zone = modal.locator("input[role=combobox]");
    zone.fill("lond");
    alva.page.locator("[role=option]").getByText("Europe/London").click();
    modal.locator("input[type=time]").first().fill("10:15");
    modal.locator("input[data-value=bridge_day]").check();
    alva.part("modal-submit").click();
    assertThat(modal.getByTestId("field-error")).containsText("Välj en senare dag.");
    assertThat(zone).hasValue("Europe/London");

    modal.locator("input[type=date]").fill("2026-12-20");
    alva.part("modal-submit").click();
    assertThat(modal).containsText("varje tisdag kl. 10:15 (Europe/London)");
    assertThat(modal).containsText("vilar till söndag 20 december 2026");
    assertThat(modal)
        .containsText("röda dagar, aftnar (som midsommarafton), klämdagar och sommarveckorna");
    alva.part("modal-close").click();
    assertThat(modal).hasCount(0);
    nothingIsWarnedAbout();
  }

  @Test
  void theFormTellsWhatIsMissingBesideTheFieldAndThenShowsTheSmallThing() {
    var alva = screen(scene.alva, scene.channel);
    alva.say("/smallthing");
    Locator field = alva.part("modal").locator("textarea");
    field.fill("   ");
    alva.part("modal-submit").click();
    Locator besideIt = alva.page.locator("[data-block-id=win_text]").getByTestId("field-error");
    assertThat(besideIt).hasText("Skriv några ord om vad du gjorde.");
    assertThat(field).isFocused();

    field.fill("frågade *en* användare & <lyssnade>");
    alva.part("modal-submit").click();
    assertThat(alva.part("modal")).hasCount(0);
    assertThat(alva.message("@Alva Lind gjorde en liten sak"))
        .containsText("användare & <lyssnade>");
    nothingIsWarnedAbout();
  }

  @Test
  void theButtonUnderANudgePutsTheSmallThingInItsThreadWithThatPrincipleChosen() {
    var ben = screen(scene.ben, scene.workspace.channel("allmänt"));
    ben.say("/nudge nu");
    Locator nudge = ben.message("Hur lång tid har du?");
    String heading = nudge.locator("h3, h4, .header").first().innerText();
    nudge.locator("button[data-action-id='nudge_win']").click();
    Locator principle = ben.part("modal").locator("select").first();
    assertThat(heading).startsWith("Princip " + principle.inputValue());
    ben.part("modal").locator("textarea").fill("ringde grannteamet");
    ben.part("modal-submit").click();
    ben.press(nudge, "thread-summary");
    assertThat(ben.inThread("ringde grannteamet")).containsText("@Ben Ek gjorde en liten sak");
    nothingIsWarnedAbout();
  }

  @Test
  void aPlannedNudgeTurnsUpAtItsTime() {
    var cleo = screen(scene.cleo, scene.channel);
    cleo.say("/nudge monday 10:02 Europe/Stockholm english");
    assertThat(cleo.message("The next nudge comes on")).containsText("Monday 23 November 2026");
    scene.clock.set(Scene.BEGINNING.plus(Duration.ofMinutes(2)));
    scene.bot().runNow("post-nudges");
    assertThat(cleo.message("How much time do you have?")).containsText("I did a small thing");
    cleo.say("/nudge next");
    assertThat(cleo.message("Most recent")).containsText("at 10:02: posted");
    nothingIsWarnedAbout();
  }

  @Test
  void aMessageIsSavedByItsWriterOnly() {
    scene.alva.say(scene.channel, "Jag städade bland gamla behörigheter");
    var alva = screen(scene.alva, scene.channel);
    var ben = screen(scene.ben, scene.channel);

    ben.press(ben.message("gamla behörigheter"), "tool-more");
    saveShortcut(ben).click();
    assertThat(ben.message("Bara den som skrev meddelandet")).isVisible();

    alva.press(alva.message("gamla behörigheter"), "tool-more");
    saveShortcut(alva).click();
    assertThat(OnScreen.reaction(ben.message("gamla behörigheter"), "seedling")).isVisible();
    nothingIsWarnedAbout();
  }

  private static Locator saveShortcut(OnScreen screen) {
    return screen.page.locator("[data-callback-id=save_small_thing]");
  }

  @Test
  void aReactionKeepsItsSkinToneAndIsTakenAwayAgain() {
    String ts = scene.alva.say(scene.channel, "I did a small thing: oiled the hinges");
    var cleo = screen(scene.cleo, scene.channel);
    Locator said = cleo.message("oiled the hinges");
    cleo.press(said, "tool-react");
    cleo.page.locator("[data-testid=emoji][data-emoji='+1::skin-tone-4']").click();
    Locator thumb = OnScreen.reaction(said, "+1::skin-tone-4");
    assertThat(thumb).hasText("👍🏽1");
    scene.bot().awaitIdle();
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions"))
        .containsOnlyKeys("+1::skin-tone-4");

    thumb.click();
    assertThat(thumb).hasCount(0);
    scene.bot().awaitIdle();
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).isEmpty();
    nothingIsWarnedAbout();
  }

  @Test
  void theShortcutAnywhereAsksWhereToShowTheSmallThing() {
    var cleo = screen(scene.cleo, scene.channel);
    cleo.part("bolt").click();
    cleo.part("global-shortcut").first().click();
    assertThat(cleo.part("modal-title")).hasText("A small thing");
    cleo.part("modal").locator("textarea").fill("fixed a link");
    cleo.part("modal").locator("select").last().selectOption(scene.channel.id());
    cleo.part("modal-submit").click();
    assertThat(cleo.message("gjorde en liten sak: fixed a link")).isVisible();
    nothingIsWarnedAbout();
  }

  @Test
  void whereTheBotIsNotOneHearsThatItHasToBeInvited() {
    var alva = screen(scene.alva, scene.workspace.channel("utanför"));
    alva.say("/smallthing vattnade blommorna");
    assertThat(alva.message("Det är sparat")).containsText("/invite");
    alva.say("/nudge måndag 9");
    assertThat(alva.message("Klart.")).containsText("/invite");
  }
}
