package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.views.ViewsPushResponse;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.wire.Wire;

/// What modals, response_urls and selects allow, and where Slack puts an end to it.
class InteractionsTest {
  private static final List<String> URLS = new CopyOnWriteArrayList<>();
  private static final List<String> TRIGGERS = new CopyOnWriteArrayList<>();
  private static final List<String> CHOSEN = new CopyOnWriteArrayList<>();
  private static final String SELECT =
      """
      {"type": "%s", "callback_id": "pick", "title": {"type": "plain_text", "text": "Val"},
       "submit": {"type": "plain_text", "text": "Ta"}, "notify_on_close": true,
       "blocks": [
         {"type": "input", "block_id": "zone", "dispatch_action": true,
          "label": {"type": "plain_text", "text": "Zon"},
          "element": {"type": "external_select", "action_id": "zone", "min_query_length": 1}},
         {"type": "actions", "block_id": "days", "elements": [
           {"type": "static_select", "action_id": "day", "options": [
             {"text": {"type": "plain_text", "text": "måndag"}, "value": "1"},
             {"text": {"type": "plain_text", "text": "tisdag"}, "value": "2"}]}]}]}
      """;
  private static Workspace workspace;
  private static Bolt bolt;
  private static Slack slack;
  private static MethodsClient client;
  private static Conversation room;

  @BeforeAll
  static void open() throws IOException {
    workspace = Workspace.start(0, InstantSource.system());
    workspace.install(TestManifest.json());
    room = workspace.channel("allmänt");
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
    slack = Slack.getInstance(config);
    client = slack.methods(workspace.botToken());
    bolt = new Bolt(workspace);
    bolt.app.command(
        "/principle",
        (req, ctx) -> {
          URLS.add(ctx.getResponseUrl());
          TRIGGERS.add(ctx.getTriggerId());
          return ctx.ack();
        });
    bolt.app.blockSuggestion(
        "zone",
        (req, ctx) -> {
          String zone = "Europe/" + req.getPayload().getValue();
          PlainTextObject text = PlainTextObject.builder().text(zone).build();
          return ctx.ack(r -> r.options(List.of(Option.builder().text(text).value(zone).build())));
        });
    bolt.app.blockAction(
        "day",
        (req, ctx) -> {
          var state = req.getPayload().getView().getState().getValues();
          CHOSEN.add(state.get("days").get("day").getSelectedOption().getValue());
          return ctx.ack();
        });
    bolt.app.viewSubmission(
        "pick",
        (req, ctx) -> {
          var values = req.getPayload().getView().getState().getValues();
          CHOSEN.add(values.get("zone").get("zone").getSelectedOption().getValue());
          return ctx.ack(r -> r.responseAction("clear"));
        });
    bolt.app.viewClosed(
        "pick",
        (req, ctx) -> {
          CHOSEN.add("closed");
          return ctx.ack();
        });
    URI url = bolt.serve();
    workspace.deliverTo(url);
  }

  @AfterAll
  static void close() throws Exception {
    bolt.close();
    slack.close();
    workspace.close();
  }

  private static String trigger(Person person) {
    workspace.modal(person).ifPresent(person::close);
    person.command(room, "/principle");
    return TRIGGERS.getLast();
  }

  @Test
  void aResponseUrlIsGoodForFiveAnswers() throws Exception {
    Answered answer = workspace.ben().command(room, "/principle");
    for (int i = 0; i < 5; i++) {
      assertThat(sent("{\"text\":\"nr\"}").getCode()).isEqualTo(200);
    }
    WebhookResponse sixth = sent("{\"text\":\"nr 6\"}");
    assertThat(sixth.getCode()).isEqualTo(404);
    assertThat(sixth.getBody()).contains("used_url");
    assertThat(answer.messages()).hasSize(5);
  }

  private static WebhookResponse sent(String body) throws IOException {
    return slack.send(URLS.getLast(), body);
  }

  @Test
  void whatIsSaidInChannelIsSeenByAll() throws Exception {
    workspace.ben().command(room, "/principle");
    sent("{\"text\":\"till alla\",\"response_type\":\"in_channel\"}");
    assertThat(workspace.messages(room)).last().returns("till alla", Message::text);
  }

  @Test
  void aTriggerOpensOneView() throws Exception {
    String trigger = trigger(workspace.alva());
    String view = SELECT.formatted("modal");
    assertThat(client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).isOk()).isTrue();
    assertThat(client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getError())
        .isEqualTo("exchanged_trigger_id");
    assertThat(client.viewsOpen(r -> r.triggerId("1.2.3").viewAsString(view)).getError())
        .isEqualTo("invalid_trigger_id");
  }

  @Test
  void aStackHasThreeViews() throws Exception {
    String view = SELECT.formatted("modal");
    Person ben = workspace.ben();
    String first = trigger(ben);
    client.viewsOpen(r -> r.triggerId(first).viewAsString(view));
    ViewsPushResponse pushed = null;
    for (int i = 0; i < 3; i++) {
      ben.command(room, "/principle");
      String next = TRIGGERS.getLast();
      pushed = client.viewsPush(r -> r.triggerId(next).viewAsString(view));
    }
    assertThat(pushed.getError()).isEqualTo("push_limit_reached");
    assertThat(workspace.modals(ben)).hasSize(3);
  }

  @Test
  void anOldHashDoesNotOverwriteWhatIsNewer() throws Exception {
    String trigger = trigger(workspace.alva());
    String view = SELECT.formatted("modal");
    var opened = client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getView();
    var updated = client.viewsUpdate(r -> r.viewId(opened.getId()).viewAsString(view));
    assertThat(updated.isOk()).isTrue();
    assertThat(
            client
                .viewsUpdate(
                    r -> r.viewId(opened.getId()).hash(opened.getHash()).viewAsString(view))
                .getError())
        .isEqualTo("hash_conflict");
  }

  @Test
  void aPersonTypesChoosesAndSubmits() throws Exception {
    Person cleo = workspace.cleo();
    String trigger = trigger(cleo);
    client.viewsOpen(r -> r.triggerId(trigger).viewAsString(SELECT.formatted("modal")));
    View view = workspace.modal(cleo).orElseThrow();
    assertThat(cleo.options(view, "zone", "London"))
        .singleElement()
        .returns("Europe/London", each -> Wire.text(each, "value"));
    CHOSEN.clear();
    cleo.select(view, "day", "tisdag");
    cleo.submit(view, Map.of("zone", "Europe/London"));
    assertThat(CHOSEN).containsExactly("2", "Europe/London");
    assertThat(workspace.modals(cleo)).isEmpty();
  }

  @Test
  void closingIsToldToABotThatAsks() throws Exception {
    Person cleo = workspace.cleo();
    String trigger = trigger(cleo);
    client.viewsOpen(r -> r.triggerId(trigger).viewAsString(SELECT.formatted("modal")));
    CHOSEN.clear();
    cleo.close(workspace.modal(cleo).orElseThrow());
    assertThat(CHOSEN).containsExactly("closed");
  }

  @Test
  void anEphemeralMessageIsForOnePersonWhoIsThere() throws Exception {
    String alva = workspace.alva().id();
    assertThat(
            client.chatPostEphemeral(r -> r.channel(room.id()).user(alva).text("bara du")).isOk())
        .isTrue();
    assertThat(workspace.ephemeral(workspace.alva())).last().returns("bara du", Message::text);
    assertThat(
            client
                .chatPostEphemeral(r ->
                    r.channel(workspace.channel("verkstan").id())
                        .user(workspace.cleo().id())
                        .text("t"))
                .getError())
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void aSlowMethodIsOnlySlow() throws Exception {
    workspace.faults().hang("auth.test", Duration.ofMillis(20), 1);
    assertThat(client.authTest(r -> r).isOk()).isTrue();
  }
}
