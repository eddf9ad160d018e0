package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message.Metadata;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;

/// Slack's own client finds a Slack behind apiUrl.
class WebApiTest {
  private static final SetClock CLOCK = new SetClock();
  private static Workspace workspace;
  private static Slack slack;
  private static Conversation room;
  private static MethodsClient bot;

  @BeforeAll
  static void open() throws IOException {
    workspace = Workspace.start(0, CLOCK);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
    slack = Slack.getInstance(config);
    bot = slack.methods(workspace.botToken());
    room = workspace.channel("små-steg");
  }

  @AfterAll
  static void close() throws Exception {
    slack.close();
    workspace.close();
  }

  @BeforeEach
  void install() {
    workspace.install(TestManifest.json());
  }

  @Test
  void theTokenSaysWhoTheBotIs() throws Exception {
    var answer = bot.authTest(r -> r);
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getUserId()).isEqualTo(workspace.botUserId());
    assertThat(answer.getHttpResponseHeaders().get("x-oauth-scopes").getFirst())
        .contains("chat:write");
    assertThat(slack.methods("xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    assertThat(slack.methods(workspace.appToken()).chatPostMessage(r -> r.channel("C").text("t")))
        .returns("not_allowed_token_type", r -> r.getError());
  }

  @Test
  void aPostedMessageIsFoundAgainWithItsMetadata() throws Exception {
    Metadata metadata =
        Metadata.builder().eventType("nudge").eventPayload(Map.of("slot", "s1")).build();
    var posted = bot.chatPostMessage(r -> r.channel(room.id()).text("Hej").metadata(metadata));
    assertThat(posted.isOk()).isTrue();
    var history =
        bot.conversationsHistory(r ->
            r.channel(room.id()).oldest(posted.getTs()).inclusive(true).includeAllMetadata(true));
    assertThat(history.getMessages()).hasSize(1);
    assertThat(history.getMessages().getFirst().getText()).isEqualTo("Hej");
    assertThat(history.getMessages().getFirst().getMetadata().getEventPayload())
        .isEqualTo(Map.of("slot", "s1"));
    var bare = bot.conversationsHistory(r -> r.channel(room.id()).limit(1));
    assertThat(bare.getMessages().getFirst().getMetadata().getEventPayload()).isNull();
  }

  @Test
  void aThreadIsReadFromItsParentOn() throws Exception {
    String parent = workspace.alva().say(room, "Frukost?");
    var reply = bot.chatPostMessage(r -> r.channel(room.id()).threadTs(parent).text("Ja"));
    var thread = bot.conversationsReplies(r -> r.channel(room.id()).ts(parent));
    assertThat(thread.getMessages())
        .extracting(m -> m.getTs())
        .containsExactly(parent, reply.getTs());
    assertThat(thread.getMessages().getFirst().getReplyCount()).isEqualTo(1);
    var top = bot.conversationsHistory(r -> r.channel(room.id()).oldest(parent));
    assertThat(top.getMessages()).isEmpty();
  }

  @Test
  void aLongHistoryComesInPages() throws Exception {
    Conversation channel = workspace.channel("verkstan");
    for (int i = 0; i < 5; i++) {
      workspace.ben().say(channel, "nr " + i);
    }
    var first = bot.conversationsHistory(r -> r.channel(channel.id()).limit(3));
    assertThat(first.getMessages())
        .extracting(m -> m.getText())
        .containsExactly("nr 4", "nr 3", "nr 2");
    String cursor = first.getResponseMetadata().getNextCursor();
    var second = bot.conversationsHistory(r -> r.channel(channel.id()).cursor(cursor).limit(3));
    assertThat(second.getMessages()).extracting(m -> m.getText()).containsExactly("nr 1", "nr 0");
    assertThat(second.isHasMore()).isFalse();
    assertThat(bot.conversationsHistory(r -> r.channel(channel.id()).cursor("x")).getError())
        .isEqualTo("invalid_cursor");
  }

  @Test
  void whatIsNotAllowedIsRefusedInSlacksWords() throws Exception {
    String outside = workspace.channel("utanför").id();
    assertThat(bot.chatPostMessage(r -> r.channel(outside).text("t")).getError())
        .isEqualTo("not_in_channel");
    assertThat(bot.chatPostMessage(r -> r.channel("C0NOWHERE").text("t")).getError())
        .isEqualTo("channel_not_found");
    assertThat(bot.chatPostMessage(r -> r.channel(room.id()).text("")).getError())
        .isEqualTo("no_text");
    String ts = workspace.alva().say(room, "Mitt");
    assertThat(bot.chatUpdate(r -> r.channel(room.id()).ts(ts).text("Ditt")).getError())
        .isEqualTo("cant_update_message");
    assertThat(bot.chatDelete(r -> r.channel(room.id()).ts(ts)).getError())
        .isEqualTo("cant_delete_message");
    assertThat(bot.reactionsAdd(r -> r.channel(room.id()).timestamp(ts).name("🌱")).getError())
        .isEqualTo("invalid_name");
  }

  @Test
  void aReactionIsGivenOnce() throws Exception {
    String ts = workspace.alva().say(room, "Klart");
    assertThat(bot.reactionsAdd(r -> r.channel(room.id()).timestamp(ts).name("seedling")).isOk())
        .isTrue();
    assertThat(
            bot.reactionsAdd(r -> r.channel(room.id()).timestamp(ts).name("seedling")).getError())
        .isEqualTo("already_reacted");
    var seen = bot.reactionsGet(r -> r.channel(room.id()).timestamp(ts));
    assertThat(seen.getMessage().getReactions().getFirst().getUsers())
        .containsExactly(workspace.botUserId());
    assertThat(bot.reactionsRemove(r -> r.channel(room.id()).timestamp(ts).name("tada")).getError())
        .isEqualTo("no_reaction");
  }

  @Test
  void aMissingScopeIsNamed() throws Exception {
    workspace.grant(Set.of("chat:write"));
    var answer = bot.usersInfo(r -> r.user(workspace.alva().id()));
    assertThat(answer.getError()).isEqualTo("missing_scope");
    assertThat(answer.getNeeded()).isEqualTo("users:read");
    assertThat(answer.getProvided()).isEqualTo("chat:write");
  }

  @Test
  void theLocaleComesOnlyWhenAskedFor() throws Exception {
    String cleo = workspace.cleo().id();
    assertThat(bot.usersInfo(r -> r.user(cleo)).getUser().getLocale()).isNull();
    var user = bot.usersInfo(r -> r.user(cleo).includeLocale(true)).getUser();
    assertThat(user.getLocale()).isEqualTo("en-GB");
    assertThat(user.getTz()).isEqualTo("Europe/London");
  }

  @Test
  void badBlocksAreRefusedWithTheirPlace() throws Exception {
    var answer =
        bot.chatPostMessage(r ->
            r.channel(room.id())
                .text("t")
                .blocksAsString(
                    "[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]"));
    assertThat(answer.getError()).isEqualTo("invalid_blocks");
    assertThat(answer.getResponseMetadata().getMessages().getFirst())
        .contains("json-pointer:/blocks/0/text");
  }

  @Test
  void blocksWithoutATextAreWarnedOf() throws Exception {
    bot.chatPostMessage(r -> r.channel(room.id()).blocksAsString("[{\"type\":\"divider\"}]"));
    assertThat(workspace.warnings()).anyMatch(each -> each.contains("screen reader"));
  }

  @Test
  void anUpdateWithoutBlocksTakesThemAwayAndKeepsTheMetadata() throws Exception {
    Metadata metadata =
        Metadata.builder().eventType("nudge").eventPayload(Map.of("a", "b")).build();
    String ts =
        bot.chatPostMessage(r ->
                r.channel(room.id())
                    .text("med")
                    .blocksAsString("[{\"type\":\"divider\"}]")
                    .metadata(metadata))
            .getTs();
    bot.chatUpdate(r -> r.channel(room.id()).ts(ts).text("utan"));
    Message message = workspace.message(room, ts).orElseThrow();
    assertThat(message.blocks()).isEmpty();
    assertThat(message.text()).isEqualTo("utan");
    assertThat(message.metadata()).isNotEmpty();
  }

  @Test
  void faultsLastAsManyCallsAsPlanned() throws Exception {
    workspace.faults().refuse("chat.postMessage", "internal_error", 1);
    assertThat(bot.chatPostMessage(r -> r.channel(room.id()).text("a")).getError())
        .isEqualTo("internal_error");
    workspace.faults().rateLimit("chat.postMessage", Duration.ofSeconds(7), 1);
    assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel(room.id()).text("b")))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("7"));
    workspace.faults().status("chat.postMessage", 503, 1);
    assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel(room.id()).text("c")))
        .isInstanceOf(SlackApiException.class);
    assertThat(bot.chatPostMessage(r -> r.channel(room.id()).text("d")).isOk()).isTrue();
  }

  @Test
  void whatIsDoneButCutIsDoneAndAClientThatRepeatsByItselfDoesItTwice() throws Exception {
    assertThat(bot.authTest(r -> r).isOk()).isTrue(); // the connection is kept
    workspace.faults().doneButCut("chat.postMessage", 1);
    bot.chatPostMessage(r -> r.channel(room.id()).text("dubbelt"));
    assertThat(workspace.messages(room)).filteredOn(m -> m.text().equals("dubbelt")).hasSize(2);

    var once = onceOnly();
    assertThat(once.authTest(r -> r).isOk()).isTrue();
    workspace.faults().doneButCut("chat.postMessage", 1);
    assertThatThrownBy(() -> once.chatPostMessage(r -> r.channel(room.id()).text("halvvägs")))
        .isInstanceOf(IOException.class);
    assertThat(workspace.messages(room)).filteredOn(m -> m.text().equals("halvvägs")).hasSize(1);
  }

  private static MethodsClient onceOnly() {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
    var http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(http)).methods(workspace.botToken());
  }

  @Test
  void anAnswerMayComeLateByTheClockAndSoMayTheDeed() throws Exception {
    workspace.faults().answerLate("chat.postMessage", Duration.ofSeconds(45), 1);
    var answered = CompletableFuture.supplyAsync(() -> posts("genast"));
    workspace.await("the deed", () -> found("genast"));
    assertThat(answered).isNotDone();
    CLOCK.pass(Duration.ofSeconds(45));
    assertThat(answered.join()).isTrue();

    workspace.faults().doLate("chat.postMessage", Duration.ofSeconds(90), 1);
    var done = CompletableFuture.supplyAsync(() -> posts("sent"));
    assertThat(found("sent")).isEmpty();
    workspace.await(
        "the deed",
        () -> {
          CLOCK.pass(Duration.ofSeconds(90));
          return found("sent");
        });
    assertThat(done.join()).isTrue();
  }

  private static boolean posts(String text) {
    try {
      return bot.chatPostMessage(r -> r.channel(room.id()).text(text)).isOk();
    } catch (IOException | SlackApiException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Message> found(String text) {
    return workspace.messages(room).stream().filter(m -> m.text().equals(text)).findFirst();
  }

  @Test
  void anAnswerMaySayAnythingAndKeepTheScopesToItself() throws Exception {
    workspace.faults().hideScopes(true).garble("users.info", _ -> "{\"ok\":true}", 1);
    var answer = bot.usersInfo(r -> r.user(workspace.alva().id()));
    workspace.faults().hideScopes(false);

    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getUser()).isNull();
    assertThat(answer.getHttpResponseHeaders()).doesNotContainKey("x-oauth-scopes");
  }

  @Test
  void oneMessageASecondAndChannelWhereTheTiersHold() throws Exception {
    Conversation channel = workspace.channel("allmänt");
    workspace.faults().enforceTiers(true);
    try {
      CLOCK.pass(Duration.ofMinutes(2));
      for (int i = 0; i < 4; i++) {
        bot.chatPostMessage(r -> r.channel(channel.id()).text("t"));
      }
      assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel(channel.id()).text("t")))
          .isInstanceOf(SlackApiException.class);
      CLOCK.pass(Duration.ofSeconds(4));
      assertThat(bot.chatPostMessage(r -> r.channel(channel.id()).text("t")).isOk()).isTrue();
    } finally {
      workspace.faults().enforceTiers(false);
    }
  }

  @Test
  void aTakenPortIsSaidClearly() {
    assertThatThrownBy(() -> Workspace.start(workspace.port(), CLOCK))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + workspace.port() + " is taken");
  }
}
