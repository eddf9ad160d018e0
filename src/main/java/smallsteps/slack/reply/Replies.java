package smallsteps.slack.reply;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.BlockKit;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Plainer;
import smallsteps.slack.api.Repeating;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.people.Locales;

/// Carries a room's reply to Slack: what the ack can take goes with the ack, the rest after it.
public final class Replies {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);
  private final ActionResponseSender responses;
  private final Gson gson;
  private final OnlyYouJson onlyYouJson;
  private final WebApi api;
  private final AfterAck afterAck;
  private final Locales locales;
  private final Words words;
  private final Supplier<Identity> self;
  private final Homes homes;
  private final Waiters waiters;
  private final Consumer<User> oweHome;

  /// @param oweHome writes down that somebody's App Home is to be shown anew
  public Replies(
      Slack slack,
      WebApi api,
      AfterAck afterAck,
      Locales locales,
      Words words,
      Supplier<Identity> self,
      Homes homes,
      Waiters waiters,
      Consumer<User> oweHome) {
    responses = new ActionResponseSender(slack);
    this.api = api;
    this.afterAck = afterAck;
    this.locales = locales;
    this.words = words;
    this.self = self;
    this.homes = homes;
    this.waiters = waiters;
    this.oweHome = oweHome;
    gson = GsonFactory.createSnakeCase(slack.getConfig());
    onlyYouJson = new OnlyYouJson(gson);
  }

  public Response ack(Reply reply, Origin origin) {
    List<Reply> parts = parts(reply).toList();
    Reply inAck =
        parts.stream().filter(part -> fitsInAck(part, origin.kind())).findFirst().orElse(null);
    parts.stream()
        .filter(part -> part != inAck)
        .forEach(
            part -> afterAck.run(part.getClass().getSimpleName(), () -> performOne(part, origin)));
    return switch (inAck) {
      case Reply.OnlyYou(Content content, String _) -> json(onlyYouJson.of(content));
      case Reply.ViewErrors(var errors) ->
          json(
              gson.toJson(
                  ViewSubmissionResponse.builder()
                      .responseAction("errors")
                      .errors(errors)
                      .build()));
      case Reply.OpenView(var view, _) ->
          json(
              gson.toJson(
                  ViewSubmissionResponse.builder().responseAction("update").view(view).build()));
      case Reply.Offer(var options) -> json(gson.toJson(offer(options)));
      case null, default -> Response.ok();
    };
  }

  /// Does all of it here and now, for what has no ack, or has had it.
  public void perform(Reply reply, Origin origin) {
    parts(reply).forEach(part -> performOne(part, origin));
  }

  /// What this person reads.
  public Language languageOf(User user) {
    return locales.of(user);
  }

  /// Shows the person's App Home anew, where they may be looking at it and it says something else
  /// now.
  public void homeMayChange(User user) {
    if (user != null && homes.isLookedAt(user)) {
      afterAck.run("App Home", () -> oweHome.accept(user));
    }
  }

  private static Stream<Reply> parts(Reply reply) {
    return switch (reply) {
      case Reply.Nothing _, Reply.Kept _ -> Stream.empty();
      case Reply.All(List<Reply> replies) -> replies.stream().flatMap(Replies::parts);
      default -> Stream.of(reply);
    };
  }

  private static boolean fitsInAck(Reply part, Origin.Kind kind) {
    return switch (kind) {
      case COMMAND -> part instanceof Reply.OnlyYou;
      case SUBMISSION -> part instanceof Reply.ViewErrors || part instanceof Reply.OpenView;
      case INTERACTION -> part instanceof Reply.Offer;
      case EVENT -> false;
    };
  }

  /// After the ack. What Slack refuses here is logged by its error code.
  private void performOne(Reply part, Origin origin) {
    switch (part) {
      case Reply.Nothing _, Reply.Kept _, Reply.All _ -> {}
      case Reply.OnlyYou(Content content, String channelId) ->
          onlyYou(origin, channelId == null ? origin.channelId() : channelId, content);
      case Reply.Aside(var content, String channelId) ->
          onlyYou(origin, channelId, content.apply(locales.of(origin.user())));
      case Reply.Replace(Content content) -> replace(origin, content);
      case Reply.Awaiting(var debt, var answer) ->
          waiters
              .add(debt, origin, answer)
              .ifPresent(heard -> perform(heard.reply(), heard.origin()));
      case Reply.OpenView open -> open(open, origin);
      case Reply.Offer _ -> log.warn("An offer answers nothing but an external select.");
      case Reply.ViewErrors _ -> log.warn("View errors answer nothing but a submission.");
      case Reply.Afterwards(Runnable work) -> work.run();
      case Reply.ReadReactions(var message, var read) ->
          api.reactions(message).map(self.get()::byOthers).ifPresent(read);
    }
  }

  private void open(Reply.OpenView open, Origin origin) {
    if (origin.modalId() != null) {
      logProblem("views.update", api.updateView(origin.modalId(), open.view()));
      return;
    }
    Answer<?> answer = api.openView(origin.triggerId(), open.view());
    if (!answer.problem().isEmpty()) {
      logProblem("views.open", answer);
      Content instead = open.instead();
      if (instead == null) {
        instead = Content.of(words.in(locales.of(origin.user())).say("app.view_not_opened"));
      }
      onlyYou(origin, origin.channelId(), instead);
    }
  }

  private static BlockSuggestionResponse offer(List<Reply.Offer.Option> options) {
    return BlockSuggestionResponse.builder()
        .options(
            options.stream()
                .map(option ->
                    Option.builder()
                        .text(BlockKit.plainText(option.text()))
                        .value(option.value())
                        .build())
                .toList())
        .build();
  }

  /// Every answer has a way to its person: the one that Slack gave with the request, else the
  /// channel, else the conversation that the bot has with them alone.
  private void onlyYou(Origin origin, String channelId, Content content) {
    boolean isGiven =
        responded(origin, content, false)
            || inChannel(origin.user(), channelId, content)
            || directly(origin.user(), content);
    if (!isGiven) {
      log.warn("An answer found no way to its person.");
    }
  }

  private boolean inChannel(User user, String channelId, Content content) {
    return channelId != null
        && isGiven("chat.postEphemeral", api.postOnlyFor(user, channelId, content));
  }

  private boolean directly(User user, Content content) {
    return isGiven("chat.postMessage", api.postTo(user, content));
  }

  /// One of which nobody knows is not given twice; what Slack says that it failed at was not given.
  /// Where the bot is no member nobody hears it.
  private static boolean isGiven(String method, Answer<?> answer) {
    boolean isRefused = answer instanceof Answer.Refused<?>;
    if (!isRefused) {
      logProblem(method, answer);
    }
    boolean isFailed =
        answer instanceof Answer.Unsure<?>(String problem) && Repeating.isAnswered(problem);
    return !isRefused && !isFailed && !(answer instanceof Answer.NotSent<?>);
  }

  private void replace(Origin origin, Content content) {
    if (!responded(origin, content, true)) {
      log.warn("A message could not be replaced: there is no response_url that takes it.");
    }
  }

  /// False where there is no `response_url`, or Slack does not take it there any more.
  private boolean responded(Origin origin, Content content, boolean replace) {
    if (origin.responseUrl() == null) {
      return false;
    }
    var answer =
        Plainer.sent(Plainer.of(content), each -> sent(origin.responseUrl(), each, replace));
    logProblem("response_url", answer);
    return answer instanceof Answer.Ok<?>;
  }

  private Answer<String> sent(String url, Content content, boolean replace) {
    var message =
        ActionResponse.builder()
            .responseType(replace ? null : "ephemeral") // what is replaced stays as it is seen
            .replaceOriginal(replace)
            .text(content.text())
            .blocks(WebApi.blocks(content))
            .build();
    try {
      WebhookResponse response = responses.send(url, message);
      String refusal = Plainer.refusalIn(response.getBody());
      if (refusal != null) {
        return new Answer.Refused<>(refusal);
      }
      return response.getCode() == 200
          ? new Answer.Ok<>("")
          : new Answer.Refused<>("http_" + response.getCode());
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Unsure<>(e.getClass().getSimpleName());
    }
  }

  private static Response json(String body) {
    return Response.builder()
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(body)
        .build();
  }

  private static void logProblem(String method, Answer<?> answer) {
    String problem = answer.problem();
    boolean busy = // counted in the metrics
        problem.equals(Calls.RATE_LIMITED) || problem.equals(Calls.STOPPING);
    if (!problem.isEmpty() && !busy) {
      log.warn("{} did not work: {}", method, problem);
    }
  }
}
