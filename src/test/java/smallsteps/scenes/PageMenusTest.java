package smallsteps.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What opens over the rehearsal's page, with a mouse and by the keyboard.
class PageMenusTest {
  private static final List<String> TREES = List.of("gran", "tall", "björk", "ask");
  @AutoClose private static Chromium chromium;
  @AutoClose private static Scene scene;
  private OnScreen alva;

  @BeforeAll
  static void begin() throws Exception {
    chromium = Chromium.start();
    scene = new Scene(Scene.Transport.SOCKET_MODE);
    for (String words : TREES) {
      scene.alva.say(scene.channel, words);
    }
  }

  @BeforeEach
  void open() {
    alva = new OnScreen(chromium, scene.workspace, scene.alva, scene.channel);
  }

  @AfterEach
  void close() {
    alva.close();
  }

  @Test
  void whereMessagesStandCloseEachEntryOfAMenuIsUnderTheMouse() {
    for (String words : TREES) {
      for (String tool : new String[] {"tool-more", "tool-react"}) {
        Locator message = alva.message(words);
        alva.press(message, tool);
        for (Locator entry : message.locator("[popover] button").all()) {
          assertThat(isUnderTheMouse(entry)).as(words + ", " + tool + ": " + entry).isTrue();
        }
        alva.page.keyboard().press("Escape");
        assertThat(alva.page.locator("[popover]")).hasCount(0);
      }
    }
  }

  private boolean isUnderTheMouse(Locator entry) {
    BoundingBox box = entry.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    alva.page.mouse().move(x, y);
    return (boolean)
        entry.evaluate(
            "(entry, [x, y]) => entry.contains(document.elementFromPoint(x, y))", List.of(x, y));
  }

  @Test
  void aPrivateChannelIsNamedWithALockInPlaceOfTheSignOfAnOpenOne() {
    String closed = scene.workspace.channel("verkstan").id();
    scene.alva.say(scene.channel, "sju <#" + closed + "> <#" + scene.channel.id() + ">");
    assertThat(alva.message("sju").locator(".mention"))
        .hasText(new String[] {"🔒 verkstan", "#små-steg"});
  }

  @Test
  void whatIsChosenInAMenuIsDoneWithItsOwnMessage() {
    String ts = scene.alva.say(scene.channel, "fem");
    scene.alva.say(scene.channel, "sex");
    Locator message = alva.message("fem");
    alva.press(message, "tool-more");
    BoundingBox box = message.locator("[data-callback-id=save_small_thing]").boundingBox();
    alva.page.mouse().click(box.x + box.width / 2, box.y + box.height - 4);
    assertThat(OnScreen.reaction(alva.message("fem"), "seedling")).isVisible();
    assertThat(scene.win(ts)).isPresent();
  }

  @Test
  void aZoneIsChosenByTheKeyboardAndEnterThenSendsTheForm() {
    alva.say("/nudge");
    Locator zone = alva.part("modal").locator("input[role=combobox]");
    zone.fill("lond");
    assertThat(alva.page.locator("[role=option]").first()).containsText("Europe/London");
    zone.press("Enter");
    assertThat(zone).hasValue("Europe/London");
    zone.press("Enter");
    assertThat(alva.part("modal")).containsText("(Europe/London)");
    alva.part("modal-close").click();
    assertThat(alva.part("modal")).hasCount(0);
  }

  @Test
  void enterSendsEachFormThatHasAFieldOfOneLine() {
    alva.part("bolt").click();
    alva.page.locator("[data-callback-id=spread_tags]").click();
    Locator field = alva.part("modal").locator("input[type=text]").first();
    field.fill("bibliotekarie");
    field.press("Enter");
    assertThat(alva.part("modal")).containsText("Sparat.");
    alva.part("modal-close").click();

    Locator message = alva.message("gran");
    alva.press(message, "tool-react");
    alva.part("emoji-name").fill("books");
    alva.part("emoji-name").press("Enter");
    assertThat(OnScreen.reaction(message, "books")).isVisible();

    alva.press(message, "tool-edit");
    alva.part("edit-input").press("Enter");
    assertThat(alva.part("edit-input")).hasCount(0);
  }
}
