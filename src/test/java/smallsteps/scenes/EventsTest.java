package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.config.ConfigFiles;

/// What Slack tells once, twice, or of somebody who is no person.
class EventsTest extends OwnScene {

  @Test
  void whatIsToldAgainAfterARestartIsStillOneSmallThingWithItsReactionsOnce() throws Exception {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    JsonObject said = lastEvent();
    scene.ben.react(scene.channel, ts, "tada");
    JsonObject reacted = lastEvent();
    scene.stopBot();
    scene.startBot();

    for (int time = 0; time < 2; time++) {
      assertThat(sent(reacted)).isEqualTo(200);
      assertThat(sent(said)).isEqualTo(200);
    }

    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions").getJsonArray("tada"))
        .hasSize(1);
    assertThat(scene.message(ts).reactions().get("seedling")).hasSize(1);
  }

  @Test
  void theBotsOwnSeedlingIsNoReactionAndWhatABotSaysNoSmallThing() throws Exception {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    JsonObject said = lastEvent();
    assertThat(scene.message(ts).reactions()).containsOnlyKeys("seedling");

    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).isEmpty();
    assertThat(sent(changed(said, event -> event.add("ts", "1.1").add("bot_id", "B1"))))
        .isEqualTo(200);
    assertThat(scene.exported("win")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot_message",
        "channel_archive",
        "channel_convert_to_private",
        "channel_join",
        "channel_leave",
        "channel_name",
        "channel_posting_permissions",
        "channel_purpose",
        "channel_topic",
        "channel_unarchive",
        "ekm_access_denied",
        "group_join",
        "huddle_thread",
        "me_message",
        "message_replied",
        "pinned_item",
        "reminder_add",
        "reply_broadcast",
        "sh_room_created",
        "never_heard_of"
      })
  void everyOtherKindOfMessageIsAcknowledgedAndNotKept(String subtype) throws Exception {
    scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    JsonObject other =
        changed(lastEvent(), event -> event.add("ts", "1795424401.000900").add("subtype", subtype));

    assertThat(sent(other)).isEqualTo(200);
    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void everyEventThatTheManifestAsksForIsAcknowledged() throws Exception {
    scene.alva.say(scene.channel, "hej");
    JsonObject said = lastEvent();

    for (JsonString event :
        ConfigFiles.packed()
            .read("manifest.json")
            .getJsonObject("settings")
            .getJsonObject("event_subscriptions")
            .getJsonArray("bot_events")
            .getValuesAs(JsonString.class)) {
      String type = event.getString().replaceAll("\\..*", "");
      assertThat(sent(changed(said, fields -> of(type, fields)))).as(type).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "[]", "{}", "{\"bot\":5}", "{\"bot\":[5],\"oauth\":\"x\"}"})
  void aLossOfTokensInAnyShapeIsAcknowledged(String tokens) throws Exception {
    scene.alva.say(scene.channel, "hej");
    JsonObject said = lastEvent();
    JsonValue odd = Json.createReader(new StringReader(tokens)).readValue();

    JsonObject lost =
        changed(said, event -> event.add("type", "tokens_revoked").add("tokens", odd));

    assertThat(sent(lost)).isEqualTo(200);
    assertThat(scene.answer(scene.alva, "/principle 3")).contains("3");
  }

  /// With what this kind of event carries besides.
  private JsonObjectBuilder of(String type, JsonObjectBuilder event) {
    event.add("type", type);
    return switch (type) {
      case "tokens_revoked" ->
          event.add("tokens", Json.createObjectBuilder().add("bot", Json.createArrayBuilder()));
      case "reaction_added", "reaction_removed" ->
          event
              .add("reaction", "tada")
              .add(
                  "item",
                  Json.createObjectBuilder()
                      .add("type", "message")
                      .add("channel", scene.channel.id())
                      .add("ts", "1795424400.000100"));
      case "channel_id_changed" ->
          event.add("old_channel_id", "C0OLD").add("new_channel_id", "C0NEW");
      default -> event;
    };
  }

  private JsonObject lastEvent() {
    scene.bot().awaitIdle();
    return scene.workspace.events().getLast();
  }

  private static JsonObject changed(JsonObject envelope, UnaryOperator<JsonObjectBuilder> change) {
    return Json.createObjectBuilder(envelope)
        .add("event", change.apply(Json.createObjectBuilder(envelope.getJsonObject("event"))))
        .build();
  }

  private int sent(JsonObject envelope) throws Exception {
    var request = scene.signed(Delivered.event(envelope.toString())).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
