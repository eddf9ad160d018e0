package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.state.Message;
import smallsteps.storage.Database;

/// Slack tells of messages in shapes that nobody has seen before: others' are passed over, and what
/// the bot does for the rest of the channel goes on.
class UnknownShapesTest extends EachTransport {
  private static final String POST = "chat.postMessage";
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");

  /// What stands in a message besides its ts, or in its place.
  private static final List<Function<JsonObject, JsonValue>> SHAPES =
      List.of(
          with("{\"attachments\":[{\"list_records\":[{\"fields\":[{\"message\":[[1],{}]}]}]}]}"),
          with("{\"attachments\":[{\"fields\":{}}]}"),
          with("{\"attachments\":{\"a\":1}}"),
          with("{\"blocks\":[{\"type\":\"file\",\"file\":[]}]}"),
          with("{\"blocks\":[{\"type\":\"rich_text\",\"elements\":{\"type\":7}}]}"),
          with("{\"blocks\":{},\"files\":{},\"metadata\":[],\"bot_profile\":4,\"icons\":\"x\"}"),
          with("{\"type\":[\"message\"],\"team\":{},\"client_msg_id\":{}}"),
          with("{\"user\":7}"),
          with("{\"user\":{\"id\":\"U1\"},\"text\":null}"),
          with("{\"subtype\":[]}"),
          with("{\"subtype\":\"huddle_thread\",\"room\":[],\"text\":{}}"),
          with("{\"bot_id\":{\"id\":\"B1\"}}"),
          with("{\"reactions\":{}}"),
          with("{\"reactions\":[null,7,{\"name\":[],\"users\":{},\"count\":\"many\"}]}"),
          with("{\"reactions\":[{\"name\":\"tada\",\"users\":[7],\"count\":1e99}]}"),
          with("{\"edited\":{}}"),
          with("{\"edited\":\"yes\",\"thread_ts\":7,\"latest_reply\":[],\"reply_count\":\"x\"}"),
          with("{\"metadata\":{\"event_type\":\"nudge\",\"event_payload\":[1]}}"),
          with("{\"root\":[],\"attachments\":[null],\"blocks\":[null,7]}"),
          message -> Json.createObjectBuilder(message).remove("user").remove("text").build());

  /// Of these not even the ts is to be had.
  private static final List<Function<JsonObject, JsonValue>> NAMELESS =
      List.of(
          with("{\"ts\":1764000000.000100}"),
          message -> Json.createObjectBuilder(message).remove("ts").build(),
          _ -> JsonValue.NULL,
          _ -> JsonValue.EMPTY_JSON_ARRAY,
          _ -> JsonValue.EMPTY_JSON_OBJECT,
          _ -> Json.createValue("message"));

  /// What nobody subscribed to, or what came to Slack after this was written.
  private static final List<String> UNHEARD =
      List.of("pin_added", "channel_rename", "user_change", "file_shared", "never_heard_of");

  /// Those whose words and writer can be read.
  private static final List<Function<JsonObject, JsonValue>> LOOKS = SHAPES.subList(0, 7);

  private static Function<JsonObject, JsonValue> with(String fields) {
    return message ->
        Json.createObjectBuilder(message)
            .addAll(Json.createObjectBuilder(Scene.json(fields)))
            .build();
  }

  @BeforeEach
  void aPlanForMondaysAtHalfPastTen() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
  }

  @Test
  void catchingUpGoesOnPastWhatCantBeReadAndErasesNothing() throws Exception {
    String before = scene.alva.say(scene.channel, "I did a small thing: before");
    scene.bot().awaitIdle();
    scene.stopBot();
    scene.workspace.faults().loseEvents(Integer.MAX_VALUE);
    strangeMessages(SHAPES);
    strangeMessages(NAMELESS);
    String after = scene.ben.say(scene.channel, "I did a small thing: after");
    comesBack();

    assertThat(scene.win(before)).isPresent();
    assertThat(scene.win(after)).isPresent();
    assertThat(scene.exported("win")).hasSize(2);
    assertThat(heardUntil()).isAfter(Scene.BEGINNING.plus(Duration.ofMinutes(20)));
  }

  @Test
  void aWinThatSlackTellsInAnotherShapeIsNotErased() throws Exception {
    var wins = new ArrayList<String>();
    for (int i = 0; i < SHAPES.size() + NAMELESS.size(); i++) {
      wins.add(scene.alva.say(scene.channel, "I did a small thing: number " + i));
    }
    scene.bot().awaitIdle();
    var shapes = new ArrayList<>(SHAPES);
    shapes.addAll(NAMELESS);
    for (int i = 0; i < wins.size(); i++) {
      scene.workspace.faults().reshape(wins.get(i), shapes.get(i));
    }
    List<JsonObject> kept = scene.exported("win");
    scene.stopBot();
    comesBack();

    assertThat(scene.exported("win")).isEqualTo(kept);
  }

  @Test
  void aPostInDoubtIsSettledWhateverElseStandsThere() {
    scene.clock.set(DUE);
    strangeMessages(SHAPES);
    strangeMessages(NAMELESS);
    scene.workspace.faults().doneButCut(POST, 1);
    scene.bot().runNow("post-nudges");
    scene.bot().awaitIdle();

    assertThat(scene.workspace.calls(POST)).hasSize(1);
    assertThat(scene.exported("nudge")).hasSize(1);
    assertThat(scene.exported("nudge").getFirst().getString("state")).isEqualTo("posted");
  }

  @Test
  void theShortcutKeepsAMessageWhateverElseIsInIt() {
    for (int i = 0; i < LOOKS.size(); i++) {
      String ts = scene.ben.say(scene.channel, "labelled the door " + i);
      scene.workspace.faults().reshape(ts, LOOKS.get(i));
      scene.ben.messageShortcut("save_small_thing", scene.channel, ts);

      assertThat(scene.win(ts).orElseThrow().getString("text")).isEqualTo("labelled the door " + i);
    }
  }

  @Test
  void theShortcutOnAMessageThatCantBeReadIsAnswered() {
    var all = new ArrayList<>(SHAPES);
    all.addAll(NAMELESS);
    for (Function<JsonObject, JsonValue> shape : all) {
      String ts = scene.ben.say(scene.channel, "labelled the door");
      scene.workspace.faults().reshape(ts, shape);
      Answered answer = scene.ben.messageShortcut("save_small_thing", scene.channel, ts);

      assertThat(answer.acked()).isTrue();
      assertThat(scene.onlyFor(scene.ben).text()).isNotBlank();
    }
    assertThat(scene.workspace.notices(scene.ben)).isEmpty();
  }

  @Test
  void aPressOnAMessageCountsWhateverElseIsInIt() {
    scene.alva.command(scene.channel, "/nudge nu");
    Message nudge = scene.lastMessage();
    for (Function<JsonObject, JsonValue> shape : SHAPES) {
      scene.workspace.faults().reshape(nudge.ts(), shape);
      assertThat(scene.ben.press(nudge, "nudge_win").acked()).isTrue();
      scene.ben.close(scene.modal(scene.ben));
    }
    assertThat(scene.workspace.notices(scene.ben)).isEmpty();
  }

  @Test
  void everyEventIsAcknowledgedWhateverElseIsInIt() {
    String ts = scene.alva.say(scene.channel, "I did a small thing: kept");
    scene.alva.react(scene.channel, ts, "tada");
    scene.alva.edit(scene.channel, ts, "I did a small thing: kept well");
    scene.alva.openHome();
    List<JsonObject> known =
        scene.workspace.events().stream().map(each -> each.getJsonObject("event")).toList();
    var unheard = new ArrayList<JsonObject>();
    for (String type : UNHEARD) {
      unheard.add(Json.createObjectBuilder(known.getFirst()).add("type", type).build());
    }
    var all = new ArrayList<>(known);
    all.addAll(unheard);
    for (JsonObject event : all) {
      SHAPES.forEach(shape -> happens(shape.apply(event).asJsonObject()));
      for (String part : List.of("previous_message", "item", "view", "room")) {
        happens(Json.createObjectBuilder(event).add(part, Json.createArrayBuilder()).build());
        happens(Json.createObjectBuilder(event).addNull(part).build());
      }
    }

    scene.workspace.retryUntilAcknowledged();
    assertThat(scene.workspace.notices(scene.alva)).isEmpty();
  }

  private void happens(JsonObject event) {
    scene.workspace.happens(event);
  }

  @Test
  void anAnswerThatLacksWhatItIsReadForHindersNobody() {
    for (String said :
        List.of(
            "{\"ok\":true}",
            "{\"ok\":true,\"user\":[],\"view\":7,\"message\":[[]],\"ts\":{},\"channel\":{}}")) {
      for (String method :
          List.of("users.info", "views.publish", "reactions.add", "reactions.get", POST)) {
        scene.workspace.faults().garble(method, _ -> said, 1);
      }
      assertThat(scene.cleo.command(scene.channel, "/smallthing labelled the door").acked())
          .isTrue();
      scene.cleo.openHome();
      scene.bot().awaitIdle();
    }

    assertThat(scene.exported("win")).hasSize(2);
    assertThat(scene.messages()).hasSize(2);
    assertThat(scene.home(scene.cleo).shown()).contains("labelled the door");
  }

  @Test
  void aHistoryWithoutMessagesIsNoneAndErasesNothing() throws Exception {
    String win = scene.alva.say(scene.channel, "I did a small thing: kept");
    scene.bot().awaitIdle();
    scene.stopBot();
    scene.clock.set(scene.clock.instant().plus(Duration.ofMinutes(30)));
    for (String said :
        List.of(
            "{\"ok\":true}",
            "{\"ok\":true,\"messages\":null}",
            "{\"ok\":true,\"messages\":{}}",
            "{\"ok\":true,\"messages\":[],\"has_more\":true}")) {
      scene.workspace.faults().garble("conversations.history", _ -> said, 1);
      scene.startBot();
      scene.bot().runNow("catch-up");
      scene.bot().awaitIdle();
      assertThat(scene.win(win)).as(said).isPresent();
      scene.stopBot();
    }
    scene.startBot();
  }

  private Instant heardUntil() {
    try (var database = Database.existing(scene.databaseUrl())) {
      return database.read(
          sql -> sql.first("SELECT until FROM heard", row -> row.instant("until")).orElseThrow());
    }
  }

  private void strangeMessages(List<Function<JsonObject, JsonValue>> shapes) {
    for (Function<JsonObject, JsonValue> shape : shapes) {
      String ts = scene.cleo.say(scene.channel, "something by an app");
      scene.workspace.faults().reshape(ts, shape);
    }
  }

  private void comesBack() throws Exception {
    scene.clock.set(scene.clock.instant().plus(Duration.ofMinutes(30)));
    scene.workspace.faults().loseEvents(0);
    scene.startBot();
    scene.bot().runNow("catch-up");
    scene.bot().awaitIdle();
  }
}
