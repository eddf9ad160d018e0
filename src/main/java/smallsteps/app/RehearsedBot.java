package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.rehearsal.state.BotSide;

/// What the rehearsal's page shows of the bot besides its words.
public record RehearsedBot(Bot bot) implements BotSide {
  @Override
  public void look() {
    bot.look();
  }

  @Override
  public void settle() {
    bot.awaitIdle();
  }

  @Override
  public Optional<Instant> nextNudge() {
    return bot.nextNudge();
  }

  @Override
  public Optional<JsonObject> manifest(String language) {
    return bot.manifest(language);
  }

  @Override
  public Map<String, List<JsonObject>> rows() {
    return bot.read(TableRows::all);
  }

  /// As it tells whoever asks how it is.
  @Override
  public List<String> complaints() {
    URI page = URI.create("http://127.0.0.1:" + bot.port() + "/healthz");
    try (var client = HttpClient.newHttpClient()) {
      var asked = HttpRequest.newBuilder(page).build();
      return sentences(client.send(asked, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return List.of("It doesn't answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<String> sentences(String health) {
    try (var reader = Json.createReader(new StringReader(health))) {
      JsonObject read = reader.readObject();
      return Stream.of(read.getJsonArray("problems"), read.getJsonArray("warnings"))
          .flatMap(JsonArray::stream)
          .map(each -> ((JsonString) each).getString())
          .toList();
    }
  }
}
