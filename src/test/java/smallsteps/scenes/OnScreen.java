package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;

/// The rehearsal page as one person has it on the screen, and what that person does with it.
final class OnScreen implements AutoCloseable {
  /// In milliseconds; a busy machine is slow.
  private static final double PATIENCE = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  final Page page;
  private final List<String> complaints = new ArrayList<>();

  OnScreen(Chromium chromium, Workspace workspace, Person person, Conversation channel) {
    this(
        chromium,
        workspace,
        person,
        channel,
        new Browser.NewPageOptions().setViewportSize(1280, 800));
  }

  OnScreen(
      Chromium chromium,
      Workspace workspace,
      Person person,
      Conversation channel,
      Browser.NewPageOptions size) {
    page = chromium.browser().newPage(size);
    listen();
    page.navigate(workspace.page() + "#as=" + person.id() + "&at=" + channel.id());
    part("composer").waitFor();
  }

  Locator part(String testId) {
    return page.getByTestId(testId);
  }

  /// A message in the channel, the latest that has these words.
  Locator message(String words) {
    return latest(page.locator("main"), words);
  }

  Locator inThread(String words) {
    return latest(page.locator(".thread"), words);
  }

  private static Locator latest(Locator pane, String words) {
    return pane.getByTestId("message").filter(new Locator.FilterOptions().setHasText(words)).last();
  }

  static Locator reaction(Locator message, String emoji) {
    return message.locator("[data-testid=reaction][data-emoji='" + emoji + "']");
  }

  void say(String text) {
    write(page.locator("main").getByTestId("composer"), text);
  }

  void reply(String text) {
    write(page.locator(".thread").getByTestId("composer"), text);
  }

  private static void write(Locator field, String text) {
    field.fill(text);
    field.press("Enter");
  }

  /// Presses what stands in a message's own toolbar.
  void press(Locator message, String tool) {
    message.hover();
    message.getByTestId(tool).click();
  }

  /// As somebody sees it who opens the address, with a browser in that language.
  OnScreen(Chromium chromium, Workspace workspace, String language) {
    this(chromium, workspace, new Browser.NewPageOptions().setLocale(language));
  }

  OnScreen(Chromium chromium, Workspace workspace, Browser.NewPageOptions browser) {
    page = chromium.browser().newPage(browser);
    listen();
    page.navigate(workspace.page().toString());
    part("composer").waitFor();
  }

  private void listen() {
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        complaints.add(message.text());
      }
    });
  }

  /// Whatever was tried, nothing of it may stand in the browser's console.
  @Override
  public void close() {
    page.close();
    assertThat(complaints).isEmpty();
  }
}
