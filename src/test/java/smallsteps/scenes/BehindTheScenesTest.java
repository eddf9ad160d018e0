package smallsteps.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.scenes.Script;

/// What goes on behind the rehearsal's page, and what goes wrong there when one likes.
class BehindTheScenesTest {
  private static final Script QUIET = Script.read("{\"begins\": \"2026-11-25T10:00\"}");

  @AutoClose private static Chromium chromium;
  private Rehearsal rehearsal;
  private OnScreen alva;

  @BeforeAll
  static void begin() {
    chromium = Chromium.start();
  }

  @BeforeEach
  void open() throws Exception {
    rehearsal = new Rehearsal(QUIET);
    alva =
        new OnScreen(
            chromium, rehearsal.workspace, rehearsal.workspace.alva(), rehearsal.channel());
    alva.part("inside-toggle").click();
  }

  @AfterEach
  void close() {
    alva.close();
    rehearsal.close();
  }

  private void happens(String fault) {
    alva.page.locator("[data-fault=" + fault + "]").click();
  }

  private Locator exchange(String name) {
    return alva.page.locator("[data-testid=aftermath] [data-name='" + name + "']");
  }

  private void thingIsSaidAndKept() {
    alva.say("Jag gjorde en liten sak: vattnade");
    assertThat(OnScreen.reaction(alva.message("vattnade"), "seedling")).isVisible();
  }

  @Test
  void aSocketThatDropsIsOpenedAgain() {
    happens("drop_socket");
    assertThat(exchange("apps.connections.open").last()).containsText("200");
    assertThat(alva.page.locator("[data-connected=true]")).isVisible();
  }

  @Test
  void anEventWhoseAcknowledgementIsLostComesAgainAndIsKeptOnce() {
    happens("lose_ack");
    thingIsSaidAndKept();
    assertThat(exchange("message")).containsText("http_timeout");
    assertThat(exchange("message (retry 1)")).containsText("200");
    happens("send_twice");
    assertThat(exchange("message (retry 1)").or(exchange("reaction_added (retry 1)")).first())
        .containsText("200");
    alva.say("/smallthing lista");
    assertThat(alva.page.locator("[data-ephemeral]").last().getByText("vattnade")).hasCount(1);
  }

  @ParameterizedTest
  @CsvSource({"rate_limit, 429, 200", "server_error, 500, 200", "html, 200, already_reacted"})
  void anAnswerThatIsNoneIsGotOver(String fault, String first, String then) {
    happens(fault);
    thingIsSaidAndKept();
    assertThat(exchange("reactions.add").first()).containsText(first);
    assertThat(exchange("reactions.add").nth(1)).containsText(then);
    assertThat(alva.part("aftermath")).containsText("All is well.");
  }

  @Test
  void whereTheBotIsPutOutOrTheChannelIsArchivedItIsToldAndComesBack() {
    happens("put_out");
    assertThat(exchange("channel_left")).containsText("200");
    happens("let_in");
    assertThat(exchange("member_joined_channel")).containsText("200");
    happens("archive");
    assertThat(exchange("channel_archive")).containsText("200");
    happens("unarchive");
    assertThat(exchange("channel_unarchive")).containsText("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoke_token", "uninstall"})
  void anAppWithoutItsTokenSaysSoOfItself(String fault) {
    happens(fault);
    assertThat(alva.part("complaints")).containsText("Slack turns the token down");
  }

  @Test
  void eachRequestAndReplyIsReadableAndSentAgainByCurl() throws Exception {
    thingIsSaidAndKept();
    alva.page.locator("[data-tab=wire]").click();
    Locator call = alva.page.locator("[data-testid=exchange][data-name='reactions.add']");
    assertThat(call).containsText("bot → Slack");
    call.getByRole(AriaRole.BUTTON).first().click();
    assertThat(call.locator("pre").first()).containsText("\"name\": \"seedling\"");
    assertThat(sent(call)).contains("already_reacted");

    Locator event = alva.page.locator("[data-testid=exchange][data-name='message']").first();
    event.getByRole(AriaRole.BUTTON).first().click();
    assertThat(event.locator("pre").first()).containsText("event_callback");
    assertThat(sent(event)).contains("\"ok\":true");
  }

  /// What a shell answers to whom pastes it there.
  private static String sent(Locator exchange) throws Exception {
    String curl = exchange.getByTestId("copy-curl").getAttribute("data-curl");
    Process shell = new ProcessBuilder("sh", "-c", curl.replaceFirst("^curl ", "curl -s ")).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theRowsThatChangeAreShown() {
    alva.page.locator("[data-tab=rows]").click();
    assertThat(alva.part("inside")).containsText("No row has changed");
    thingIsSaidAndKept();
    Locator win = alva.page.locator("[data-testid=row-change][data-table=win]").last();
    assertThat(win).containsText("new");
    assertThat(win).containsText("vattnade");
  }

  @Test
  void whatIsWrittenOutlivesAReload() {
    alva.part("inside-close").click();
    alva.say("/smallthing");
    alva.part("modal").locator("textarea").fill("halvfärdig sak");
    alva.page.reload();
    assertThat(alva.part("modal").locator("textarea")).hasValue("halvfärdig sak");
    alva.part("modal-close").click();
    assertThat(alva.part("modal")).hasCount(0); // else what is behind it can't be written in

    Locator field = alva.page.locator("main").getByTestId("composer");
    field.fill("halvfärdig mening");
    alva.page.reload();
    assertThat(field).hasValue("halvfärdig mening");
  }
}
