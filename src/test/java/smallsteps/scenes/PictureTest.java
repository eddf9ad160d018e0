package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import smallsteps.rehearsal.people.Person;

/// Takes the README's pictures anew: `mvn test -Dtest=PictureTest -Dpicture=true`, then look at
/// them.
@EnabledIfSystemProperty(named = "picture", matches = "true")
class PictureTest {
  private static final Path FOLDER = Path.of("src", "site", "resources", "images");
  private static final int LARGEST = 400_000;

  /// Room for a whole nudge on 1280 by 800 points.
  private static final Browser.NewPageOptions SIZE =
      new Browser.NewPageOptions().setViewportSize(1520, 950).setDeviceScaleFactor(1280 / 1520.0);

  @Test
  void aMorningInSwedishIsPictured() throws Exception {
    try (var scene = new Scene(Scene.Transport.SOCKET_MODE);
        var chromium = Chromium.start()) {
      String nudge = nudge(scene, "/nudge måndag 9");
      at(scene, "08:07");
      String reply =
          scene.ben.reply(
              scene.channel, nudge, "Jag gjorde en liten sak: mejlade hembygdsföreningen");
      at(scene, "08:31");
      scene.cleo.reply(scene.channel, nudge, "I did a small thing: shared my notes");
      react(scene, reply, "clap", scene.alva, scene.cleo);
      react(scene, nudge, "raised_hands", scene.alva, scene.ben);
      at(scene, "09:12");
      String win =
          scene.alva.say(
              scene.channel,
              "Jag gjorde en liten sak: märkte upp dörren så att besökarna hittar in");
      react(scene, win, "tada", scene.ben, scene.cleo);
      react(scene, win, "heart", scene.ben);
      at(scene, "09:40");
      scene.ben.command(scene.channel, "/smallthing bytte en förkortning mot ord som alla förstår");
      react(scene, scene.lastMessage().ts(), "clap::skin-tone-3", scene.alva, scene.cleo);
      at(scene, "10:02");
      scene.alva.command(scene.channel, "/principle 5");
      take(scene, chromium, scene.alva, nudge, "rehearsal.png");
    }
  }

  @Test
  void aMorningInEnglishIsPictured() throws Exception {
    try (var scene = new Scene(Scene.Transport.SOCKET_MODE);
        var chromium = Chromium.start()) {
      String nudge = nudge(scene, "/nudge monday 9 english");
      at(scene, "08:07");
      String reply =
          scene.ben.reply(
              scene.channel, nudge, "I did a small thing: emailed the local history society");
      at(scene, "08:31");
      scene.alva.reply(scene.channel, nudge, "Jag gjorde en liten sak: delade mina anteckningar");
      react(scene, reply, "clap", scene.alva, scene.cleo);
      react(scene, nudge, "raised_hands", scene.alva, scene.ben);
      at(scene, "09:12");
      String win =
          scene.cleo.say(
              scene.channel, "I did a small thing: labelled the door so that visitors find us");
      react(scene, win, "tada", scene.ben, scene.alva);
      react(scene, win, "heart", scene.ben);
      at(scene, "09:40");
      scene.ben.command(scene.channel, "/smallthing swapped an acronym for words we all know");
      react(scene, scene.lastMessage().ts(), "clap::skin-tone-3", scene.alva, scene.cleo);
      at(scene, "10:02");
      scene.cleo.command(scene.channel, "/principle 5");
      take(scene, chromium, scene.cleo, nudge, "rehearsal-en.png");
    }
  }

  private static String nudge(Scene scene, String plan) {
    at(scene, "07:59");
    scene.ben.command(scene.channel, plan);
    at(scene, "08:00");
    scene.bot().runNow("post-nudges");
    return scene.lastMessage().ts();
  }

  private static void at(Scene scene, String utc) {
    scene.bot().awaitIdle();
    scene.clock.set(Instant.parse("2026-11-23T" + utc + ":00Z"));
  }

  private static void react(Scene scene, String ts, String emoji, Person... people) {
    scene.bot().awaitIdle();
    for (Person person : people) {
      person.react(scene.channel, ts, emoji);
    }
  }

  private static void take(Scene scene, Chromium chromium, Person as, String nudge, String file)
      throws Exception {
    scene.bot().awaitIdle();
    assertThat(scene.workspace.warnings()).isEmpty();
    Path picture = FOLDER.resolve(file);
    try (var screen = new OnScreen(chromium, scene.workspace, as, scene.channel, SIZE)) {
      screen.page.locator("main [data-ts='" + nudge + "']").getByTestId("thread-summary").click();
      screen.page.locator(".thread [data-scroll]").evaluate("pane => { pane.scrollTop = 16 }");
      screen.page.evaluate("document.activeElement.blur()");
      screen.page.mouse().move(640, 20);
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
