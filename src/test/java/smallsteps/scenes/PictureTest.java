package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import smallsteps.rehearsal.scenes.Script;

/// Takes the README's pictures anew, of the scene that a rehearsal begins with: `mvn test
/// -Dtest=PictureTest -Dpicture=true`, then look at them. A font with emoji is wanted.
@EnabledIfSystemProperty(named = "picture", matches = "true")
class PictureTest {
  private static final Path FOLDER = Path.of("src", "site", "resources", "images");
  private static final int LARGEST = 400_000;

  /// Room for a whole nudge on 1280 by 800 points.
  private static final Browser.NewPageOptions SIZE =
      new Browser.NewPageOptions().setViewportSize(1520, 950).setDeviceScaleFactor(1280 / 1520.0);

  @Test
  void theBeginningOfARehearsalIsPictured() throws Exception {
    try (var rehearsal = new Rehearsal(Script.WEEK);
        var chromium = Chromium.start()) {
      take(rehearsal, chromium, "sv", "rehearsal.png");
      take(rehearsal, chromium, "en", "rehearsal-en.png");
      assertThat(rehearsal.workspace.warnings()).isEmpty();
    }
  }

  private static void take(Rehearsal rehearsal, Chromium chromium, String language, String file)
      throws Exception {
    Path picture = FOLDER.resolve(file);
    var wanted = new Browser.NewPageOptions().setLocale(language);
    wanted.viewportSize = SIZE.viewportSize;
    wanted.deviceScaleFactor = SIZE.deviceScaleFactor;
    try (var screen = new OnScreen(chromium, rehearsal.workspace, wanted)) {
      screen.part("thread-summary").first().click();
      screen.page.locator(".thread [data-scroll]").evaluate("pane => { pane.scrollTop = 16 }");
      screen.page.evaluate("document.activeElement.blur()");
      screen.page.mouse().move(640, 60);
      Files.createDirectories(FOLDER);
      screen.page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(picture)
              .setAnimations(ScreenshotAnimations.DISABLED));
    }
    assertThat(picture).isRegularFile();
    assertThat(Files.size(picture)).isLessThan(LARGEST);
  }
}
