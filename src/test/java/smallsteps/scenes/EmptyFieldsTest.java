package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is there and says nothing is what is not there, whichever text of a payload it is: both are
/// filled in from elsewhere, or both are refused.
class EmptyFieldsTest {
  private static final List<String> EMPTY = List.of("", " ");

  @Test
  void anEmptyTextIsTreatedAsAMissingOne() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var scene = new Scene(Scene.Transport.HTTP);
      Set<String> tried = new HashSet<>();
      Map<String, List<String>> unlike = new HashMap<>();
      List<Delivered> all = RealPayloads.of(scene);
      assertThat(answer(client, scene, all.getFirst())).as("as it came").isEqualTo("200");
      for (Delivered real : all) {
        for (String field : fields(real)) {
          if (tried.add(kind(real) + field)) {
            List<String> answers = new ArrayList<>();
            for (Delivered sent : without(real, field)) {
              answers.add(answer(client, scene, sent));
            }
            if (Set.copyOf(answers).size() > 1) {
              unlike.put(kind(real) + field, answers);
            }
          }
        }
      }
      scene.bot().awaitIdle();
      scene.closeWhateverWasSaid();

      assertThat(tried).hasSizeGreaterThan(200);
      assertThat(unlike).isEmpty();
    }
  }

  /// The command's name, or the types of which it is.
  private static String kind(Delivered real) {
    if (real.isCommand()) {
      return "command ";
    }
    JsonObject payload = Scene.json(real.json());
    JsonObject inner = payload.getJsonObject(payload.containsKey("event") ? "event" : "view");
    return Stream.of(payload, inner)
            .filter(each -> each != null)
            .map(each -> each.getString("type", "") + each.getString("callback_id", ""))
            .collect(Collectors.joining(" "))
        + " ";
  }

  private static List<String> fields(Delivered real) {
    return real.isCommand()
        ? Arrays.stream(real.body().split("&")).map(pair -> pair.split("=")[0]).toList()
        : paths(Scene.json(real.json()), "").toList();
  }

  /// Of every text in it, but for what only is looked at.
  private static Stream<String> paths(JsonValue value, String at) {
    return switch (value) {
      case JsonObject object ->
          object.entrySet().stream()
              .filter(entry -> !entry.getKey().equals("blocks"))
              .flatMap(
                  entry -> paths(entry.getValue(), at + "/" + Json.encodePointer(entry.getKey())));
      case JsonArray array -> array.isEmpty() ? Stream.of() : paths(array.getFirst(), at + "/0");
      case JsonString _ -> Stream.of(at);
      default -> Stream.of();
    };
  }

  /// Without that field first.
  private static List<Delivered> variants(Delivered missing, Function<String, Delivered> with) {
    return Stream.concat(Stream.of(missing), EMPTY.stream().map(with)).toList();
  }

  private static List<Delivered> without(Delivered real, String field) {
    if (real.isCommand()) {
      String pair = "(?<=^|&)" + field + "=[^&]*";
      Function<String, Delivered> with =
          value -> new Delivered(real.contentType(), real.body().replaceFirst(pair, value));
      return variants(with.apply(""), empty -> with.apply(field + "=" + Delivered.encoded(empty)));
    }
    JsonObject payload = Scene.json(real.json());
    var place = Json.createPointer(field);
    return variants(
        as(real, place.remove(payload)),
        empty -> as(real, place.replace(payload, Json.createValue(empty))));
  }

  private static Delivered as(Delivered real, JsonObject payload) {
    return real.isInteraction()
        ? Delivered.interaction(payload.toString())
        : Delivered.event(payload.toString());
  }

  private static String answer(HttpClient client, Scene scene, Delivered sent) throws Exception {
    var answer = client.send(scene.signed(sent).build(), HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + (answer.body().isEmpty() ? "" : " and words");
  }
}
