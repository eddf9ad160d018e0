package smallsteps.rehearsal;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.view.View.ViewBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.wire.Wire;

/// A Bolt app by Socket Mode takes the workspace for Slack.
class SocketServerTest {
  private static final SetClock CLOCK = new SetClock();
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();
  private static final Queue<String> SUBMITTED = new ConcurrentLinkedQueue<>();
  private static Workspace workspace;
  private static Bolt bolt;
  private static Conversation room;
  private static volatile boolean isDeaf;

  @BeforeAll
  static void open() throws Exception {
    workspace = Workspace.start(0, CLOCK);
    workspace.install(TestManifest.json());
    room = workspace.channel("små-steg");
    bolt = new Bolt(workspace);
    events();
    interactions();
    bolt.connect(workspace);
  }

  @AfterAll
  static void close() throws Exception {
    bolt.close();
    workspace.close();
  }

  @BeforeEach
  void forget() {
    HEARD.clear();
    isDeaf = false;
    workspace.ackLimit(Duration.ofSeconds(3));
  }

  private static void events() {
    bolt.app.event(
        MessageEvent.class,
        (event, ctx) -> {
          MessageEvent e = event.getEvent();
          if (e.getText().startsWith("Jag gjorde")) {
            ctx.client()
                .reactionsAdd(r -> r.channel(e.getChannel()).timestamp(e.getTs()).name("seedling"));
          }
          return heard("message " + e.getText(), event.getEventId(), ctx);
        });
    bolt.app.event(
        MessageThreadBroadcastEvent.class,
        (event, ctx) -> heard("broadcast under " + event.getEvent().getRoot().getText(), "", ctx));
    bolt.app.event(
        MessageFileShareEvent.class,
        (event, ctx) -> heard("file " + event.getEvent().getFiles().size(), "", ctx));
    bolt.app.event(
        MessageChangedEvent.class,
        (event, ctx) -> heard("changed to " + event.getEvent().getMessage().getText(), "", ctx));
    bolt.app.event(
        MessageDeletedEvent.class,
        (event, ctx) ->
            heard("deleted " + event.getEvent().getPreviousMessage().getText(), "", ctx));
    bolt.app.event(
        ReactionAddedEvent.class,
        (event, ctx) -> heard("reaction " + event.getEvent().getReaction(), "", ctx));
    bolt.app.event(
        MemberJoinedChannelEvent.class,
        (event, ctx) -> heard("joined " + event.getEvent().getUser(), "", ctx));
    bolt.app.event(
        AppHomeOpenedEvent.class,
        (event, ctx) -> {
          ctx.client()
              .viewsPublish(r ->
                  r.userId(event.getEvent().getUser())
                      .view(
                          view(v ->
                              v.type("home")
                                  .blocks(asBlocks(section(s -> s.text(plainText("Hem"))))))));
          return ctx.ack();
        });
  }

  private static Response heard(String what, String eventId, EventContext ctx) {
    if (isDeaf) {
      HEARD.add("deaf " + eventId);
      return Response.error(500);
    }
    HEARD.add(ctx.getRetryNum() == 0 ? what : what + " again " + eventId);
    return ctx.ack();
  }

  private static void interactions() {
    bolt.app.command(
        "/principle",
        (req, ctx) -> {
          String text = req.getPayload().getText();
          switch (text) {
            case "silent" -> {
              return ctx.ack();
            }
            case "twice" -> ctx.respond("två");
            case "modal" ->
                opened(
                    ctx.client()
                        .viewsOpen(r -> r.triggerId(ctx.getTriggerId()).view(modal("Ett"))));
            case "late" -> {
              CLOCK.pass(Duration.ofSeconds(4));
              opened(
                  ctx.client().viewsOpen(r -> r.triggerId(ctx.getTriggerId()).view(modal("Sent"))));
            }
            case "fail" -> {
              return Response.error(500);
            }
            default -> {}
          }
          return ctx.ack("du skrev " + text);
        });
    bolt.app.viewSubmission(
        "win",
        (req, ctx) -> {
          String text =
              req.getPayload().getView().getState().getValues().get("what").get("text").getValue();
          SUBMITTED.add(text);
          return text.equals("fel")
              ? ctx.ackWithErrors(Map.of("what", "Skriv något annat"))
              : ctx.ack();
        });
    bolt.app.blockAction(
        "more",
        (req, ctx) -> {
          ctx.respond(r ->
              r.replaceOriginal(true)
                  .text("tryckt " + req.getPayload().getActions().getFirst().getValue()));
          return ctx.ack();
        });
    bolt.app.messageShortcut(
        "keep",
        (req, ctx) -> {
          HEARD.add("keep " + req.getPayload().getMessage().getText());
          return ctx.ack();
        });
    bolt.app.globalShortcut(
        "write",
        (req, ctx) -> {
          opened(ctx.client().viewsOpen(r -> r.triggerId(ctx.getTriggerId()).view(modal("Skriv"))));
          return ctx.ack();
        });
  }

  private static void opened(ViewsOpenResponse response) {
    HEARD.add("views.open " + (response.isOk() ? "ok" : response.getError()));
  }

  private static com.slack.api.model.view.View modal(String title) {
    ViewBuilder built =
        com.slack.api.model.view.View.builder()
            .type("modal")
            .callbackId("win")
            .title(viewTitle(t -> t.type("plain_text").text(title)))
            .submit(viewSubmit(s -> s.type("plain_text").text("Spara")))
            .close(viewClose(c -> c.type("plain_text").text("Stäng")))
            .blocks(
                asBlocks(
                    input(i ->
                        i.blockId("what")
                            .label(plainText("Vad?"))
                            .element(plainTextInput(p -> p.actionId("text"))))));
    return built.build();
  }

  @Test
  void whatAPersonSaysIsHeardAndAnsweredWithAReaction() {
    String ts = workspace.alva().say(room, "Jag gjorde en liten sak & <skrev>");
    assertThat(HEARD).contains("message Jag gjorde en liten sak &amp; &lt;skrev&gt;");
    Message message = workspace.message(room, ts).orElseThrow();
    assertThat(message.reactions()).isEqualTo(Map.of("seedling", List.of(workspace.botUserId())));
  }

  @Test
  void eachKindOfMessageComesAsItsOwnEvent() {
    String ts = workspace.alva().say(room, "Rot");
    String reply = workspace.ben().reply(room, ts, "Svar");
    workspace.ben().replyAlsoToChannel(room, ts, "Till alla");
    workspace.ben().shareFile(room, ts, "photo.png", "Bild");
    workspace.ben().edit(room, reply, "Svar igen");
    workspace.ben().delete(room, reply);
    workspace.cleo().react(room, ts, "+1::skin-tone-3");
    assertThat(HEARD)
        .containsExactly(
            "message Rot",
            "message Svar",
            "broadcast under Rot",
            "file 1",
            "changed to Svar igen",
            "deleted Svar igen",
            "reaction +1::skin-tone-3");
  }

  @Test
  void aDeletedParentLeavesATombstoneAndItsThread() {
    String ts = workspace.alva().say(room, "Hemligt");
    workspace.ben().reply(room, ts, "Svar");
    workspace.alva().delete(room, ts);
    assertThat(HEARD).contains("changed to This message was deleted.");
    assertThat(workspace.message(room, ts).orElseThrow().subtype()).isEqualTo("tombstone");
  }

  @Test
  void aPlaceWithoutTheBotIsNotHeard() {
    workspace.alva().say(workspace.channel("utanför"), "Bara vi");
    assertThat(HEARD).isEmpty();
    workspace.alva().invite(workspace.channel("utanför"), workspace.botUserId());
    workspace.alva().say(workspace.channel("utanför"), "Nu hör du");
    assertThat(HEARD).containsExactly("joined " + workspace.botUserId(), "message Nu hör du");
    workspace.alva().remove(workspace.channel("utanför"), workspace.botUserId());
  }

  @Test
  void anUnacknowledgedEventComesAgainWithTheSameId() {
    workspace.ackLimit(Duration.ofMillis(150));
    isDeaf = true;
    workspace.alva().say(room, "Hallå");
    workspace.await(
        "the retry at once", () -> Optional.of(HEARD).filter(heard -> heard.size() == 2));
    workspace.ackLimit(Duration.ofSeconds(3));
    String eventId = Wire.text(workspace.events().getLast(), "event_id");
    assertThat(HEARD).containsExactly("deaf " + eventId, "deaf " + eventId);
    workspace.await(
        "the retry that waits for its minute",
        () -> {
          isDeaf = false;
          workspace.retryNow();
          return Optional.of(HEARD).filter(heard -> heard.size() > 2);
        });
    assertThat(HEARD).last().isEqualTo("message Hallå again " + eventId);
    assertThat(workspace.redeliverLast()).isTrue();
    assertThat(HEARD).hasSize(4);
  }

  @Test
  void aCommandIsAnsweredInItsAcknowledgement() {
    Answered answer = workspace.alva().command(room, "/principle 3 @ben");
    assertThat(answer.acked()).isTrue();
    assertThat(answer.message().text()).isEqualTo("du skrev 3 <@" + workspace.ben().id() + "|ben>");
    assertThat(workspace.ephemeral(workspace.alva()))
        .extracting(Message::text)
        .contains(answer.message().text());
    assertThat(workspace.ephemeral(workspace.ben()))
        .filteredOn(each -> each.channel().equals(room))
        .isEmpty();
    assertThat(workspace.alva().command(room, "/principle silent").messages()).isEmpty();
  }

  @Test
  void aResponseUrlSpeaksBesidesTheAcknowledgement() {
    Answered answer = workspace.ben().command(workspace.channel("utanför"), "/principle twice");
    assertThat(answer.message(2).isEphemeral()).isTrue();
    assertThat(answer.messages()).extracting(Message::text).contains("två", "du skrev twice");
  }

  @Test
  void aCommandThatFailsIsToldToThePerson() {
    workspace.ackLimit(Duration.ofMillis(150));
    Answered answer = workspace.cleo().command(room, "/principle fail");
    assertThat(answer.acked()).isFalse();
    assertThat(workspace.notices(workspace.cleo()))
        .contains("/principle failed with the error \"operation_timeout\"");
    workspace.cleo().command(room, "/unknown");
    assertThat(workspace.notices(workspace.cleo())).contains("/unknown is not a valid command.");
  }

  @Test
  void aModalIsFilledInCorrectedAndSent() {
    workspace.alva().command(room, "/principle modal");
    View modal = workspace.modal(workspace.alva()).orElseThrow();
    assertThat(modal.title()).isEqualTo("Ett");
    assertThat(workspace.alva().submit(modal, Map.of()).error()).isEqualTo("not_submitted");
    workspace.alva().submit(modal, Map.of("text", "fel"));
    assertThat(workspace.modal(workspace.alva()).orElseThrow().errors())
        .isEqualTo(Map.of("what", "Skriv något annat"));
    workspace.alva().submit(modal, Map.of("text", "rätt"));
    assertThat(workspace.modal(workspace.alva())).isEmpty();
    assertThat(SUBMITTED).containsExactly("fel", "rätt");
  }

  @Test
  void aTriggerIsGoodForThreeSeconds() {
    workspace.alva().command(room, "/principle late");
    workspace.await(
        "the refusal",
        () -> HEARD.stream().filter("views.open expired_trigger_id"::equals).findAny());
  }

  @Test
  void aPressedButtonMayChangeItsMessage() throws Exception {
    String ts =
        bolt.app
            .client()
            .chatPostMessage(r ->
                r.token(workspace.botToken())
                    .channel(room.id())
                    .text("Knapp")
                    .blocks(
                        asBlocks(
                            actions(a ->
                                a.elements(
                                    asElements(
                                        button(b ->
                                            b.actionId("more")
                                                .value("7")
                                                .text(plainText("Mer")))))))))
            .getTs();
    Message message = workspace.message(room, ts).orElseThrow();
    assertThat(message.shown()).isEqualTo("Mer");
    assertThat(workspace.alva().press(message, "more").acked()).isTrue();
    assertThat(workspace.message(room, ts).orElseThrow().text()).isEqualTo("tryckt 7");
  }

  @Test
  void shortcutsReachTheBot() {
    String ts = workspace.alva().say(room, "Spara mig");
    assertThat(workspace.ben().messageShortcut("keep", room, ts).acked()).isTrue();
    assertThat(HEARD).contains("keep Spara mig");
    assertThat(workspace.ben().globalShortcut("write").acked()).isTrue();
    assertThat(workspace.modal(workspace.ben()).orElseThrow().title()).isEqualTo("Skriv");
    workspace.ben().close(workspace.modal(workspace.ben()).orElseThrow());
    assertThat(workspace.modals(workspace.ben())).isEmpty();
    assertThat(workspace.ben().globalShortcut("nope").error()).isEqualTo("unknown_shortcut");
  }

  @Test
  void theHomeIsPublishedWhenItIsOpened() {
    workspace.ben().openHome();
    assertThat(workspace.home(workspace.ben()).orElseThrow().shown()).isEqualTo("Hem");
  }

  @Test
  void anEmojiTypedAsASignComesByItsName() {
    workspace.alva().say(room, "Hej 🌱👍");
    assertThat(HEARD).containsExactly("message Hej :seedling::+1:");
  }

  @Test
  void aRetryComesWhenItsMinuteHasPassed() {
    workspace.ackLimit(Duration.ofMillis(150));
    isDeaf = true;
    workspace.alva().say(room, "Vänta");
    workspace.await(
        "the retry at once", () -> Optional.of(HEARD).filter(heard -> heard.size() == 2));
    isDeaf = false;
    workspace.ackLimit(Duration.ofSeconds(3));
    workspace.await(
        "the retry after a minute",
        () -> {
          CLOCK.pass(Duration.ofMinutes(1));
          return HEARD.stream().filter(each -> each.contains("Vänta again")).findFirst();
        });
  }

  @Test
  void aDisconnectedBotComesBack() {
    int opened = workspace.calls("apps.connections.open").size();
    workspace.faults().disconnect("refresh_requested");
    workspace.await(
        "a new connection",
        () ->
            Optional.of(workspace.calls("apps.connections.open"))
                .filter(calls -> calls.size() > opened && workspace.isConnected()));
    workspace.alva().say(room, "Är du där?");
    assertThat(HEARD).contains("message Är du där?");
  }
}
