package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.rehearsal.people.Person;

/// Pictures of the surfaces, a person's own each, in both languages: `mvn test
/// -Dtest=SurfacesPictureTest -Dpicture=true`, then look at them.
@EnabledIfSystemProperty(named = "picture", matches = "true")
class SurfacesPictureTest {
  private static final Path FOLDER = Path.of("src", "site", "resources", "images");
  private static final int LARGEST = 250_000;

  /// High enough for a whole App Home.
  private static final Browser.NewPageOptions SIZE =
      new Browser.NewPageOptions().setViewportSize(1180, 2150).setDeviceScaleFactor(0.8);

  @ParameterizedTest
  @CsvSource({
    "sv, /nudge måndag 9, Jag gjorde en liten sak:, märkte upp dörren,"
        + " ringde en användare, bytte en förkortning mot ord som alla förstår",
    "en, /nudge monday 9 english, I did a small thing:, labelled the door,"
        + " called a user, swapped an abbreviation for words we all know"
  })
  void theSurfacesArePictured(
      String language, String plan, String phrase, String first, String second, String third)
      throws Exception {
    try (var scene = new Scene(Scene.Transport.SOCKET_MODE);
        var chromium = Chromium.start()) {
      Person person = language.equals("sv") ? scene.alva : scene.cleo;
      scene.clock.set(Instant.parse("2026-11-02T08:00:00Z"));
      person.say(scene.channel, phrase + " " + first);
      scene.clock.set(Instant.parse("2026-11-11T08:00:00Z"));
      person.say(scene.channel, phrase + " " + second);
      scene.clock.set(Instant.parse("2026-11-23T07:59:00Z"));
      person.command(scene.channel, plan);
      scene.clock.set(Instant.parse("2026-11-23T08:00:00Z"));
      scene.bot().runNow("post-nudges");
      String nudge = scene.lastMessage().ts();
      person.command(scene.channel, "/smallthing " + third);
      scene.bot().awaitIdle();
      scene.clock.set(Instant.parse("2026-11-27T14:00:00Z"));
      scene.bot().runNow("post-digests");
      String digest = scene.lastMessage().ts();
      try (var screen = new OnScreen(chromium, scene.workspace, person, scene.channel, SIZE)) {
        Locator message = screen.page.locator("main [data-ts='" + nudge + "']");
        take(message, "nudge-" + language + ".png");
        take(screen.page.locator("main [data-ts='" + digest + "']"), "digest-" + language + ".png");
        screen.part("home-entry").click();
        screen.part("home").getByText(third).first().waitFor();
        scene.bot().awaitIdle();
        take(screen.part("home"), "home-" + language + ".png");
        screen.part("home").locator("[data-action-id='care_preferences']").click();
        screen.part("modal").waitFor();
        take(screen.part("modal"), "preferences-" + language + ".png");
        screen.part("modal-close").click();
        String menu = "[data-action-id='menu:" + scene.channel.id() + "']";
        screen.part("home").locator(menu).click();
        screen.part("home").locator("[data-value^='nudge_settings']").first().click();
        screen.part("modal").waitFor();
        take(screen.part("modal"), "settings-" + language + ".png");
      }
      assertThat(scene.workspace.warnings()).isEmpty();
    }
  }

  private static void take(Locator part, String file) throws Exception {
    Path picture = FOLDER.resolve(file);
    Files.createDirectories(FOLDER);
    part.screenshot(
        new Locator.ScreenshotOptions()
            .setPath(picture)
            .setAnimations(ScreenshotAnimations.DISABLED));
    assertThat(Files.size(picture)).isLessThan(LARGEST);
  }
}
