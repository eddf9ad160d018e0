package smallsteps.slack.web;

import jakarta.json.Json;
import java.util.List;
import java.util.function.Supplier;
import smallsteps.NameAndPlace;

/// How the bot is, for three who ask: `/livez` for whoever would start it again, `/readyz` for
/// whoever would send it something, `/healthz` for people. An outage of Slack's, a revoked token or
/// a full disk is no reason to start a bot again: only a part of it that has ended is.
///
/// @param health whether it can do its work
/// @param ended what must live as long as the bot and has ended, each in a sentence
/// @param isEnding whether the bot was told to end
public record HealthPages(
    Supplier<Health> health, Supplier<List<String>> ended, Supplier<Boolean> isEnding) {

  HttpAnswer livez() {
    return page(new Health(ended.get(), List.of()));
  }

  HttpAnswer readyz() {
    return isEnding.get() ? page(new Health(List.of("The bot ends."), List.of())) : page(looked());
  }

  HttpAnswer healthz() {
    return page(looked());
  }

  /// A look that fails is an answer as well, and not a good one.
  private Health looked() {
    try {
      return health.get();
    } catch (RuntimeException e) {
      String sentence = "How the bot is can't be looked at: " + NameAndPlace.of(e) + ".";
      return new Health(List.of(sentence), List.of());
    }
  }

  private static HttpAnswer page(Health health) {
    var json =
        Json.createObjectBuilder()
            .add("status", health.isUp() ? "up" : "down")
            .add("problems", Json.createArrayBuilder(health.problems()))
            .add("warnings", Json.createArrayBuilder(health.warnings()))
            .build();
    return new HttpAnswer(health.isUp() ? 200 : 503, "application/json", json.toString());
  }
}
