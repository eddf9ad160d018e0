package smallsteps.slack;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.BlockKit;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.Reply;
import smallsteps.User;
import smallsteps.config.Words;

/// Carries a room's reply to Slack: what the ack can take goes with the ack, the rest after it.
final class Replies {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);
  private static final String GONE = "message_not_found";
  private final ActionResponseSender responses;
  private final Gson gson;
  private final OnlyYouJson onlyYouJson;
  private final WebApi api;
  private final AfterAck afterAck;
  private final Locales locales;
  private final Words words;
  private final Supplier<Identity> self;
  private final Homes homes;

  Replies(
      Slack slack,
      WebApi api,
      AfterAck afterAck,
      Locales locales,
      Words words,
      Supplier<Identity> self,
      Homes homes) {
    responses = new ActionResponseSender(slack);
    this.api = api;
    this.afterAck = afterAck;
    this.locales = locales;
    this.words = words;
    this.self = self;
    this.homes = homes;
    gson = GsonFactory.createSnakeCase(slack.getConfig());
    onlyYouJson = new OnlyYouJson(gson);
  }

  Response ack(Reply reply, Origin origin) {
    List<Reply> parts = parts(reply).toList();
    Reply inAck =
        parts.stream().filter(part -> fitsInAck(part, origin.kind())).findFirst().orElse(null);
    parts.stream()
        .filter(part -> part != inAck)
        .forEach(
            part -> afterAck.run(part.getClass().getSimpleName(), () -> perform(part, origin)));
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

  /// Does all of it here and now, for what has no ack.
  void perform(Reply reply) {
    parts(reply).forEach(part -> perform(part, Origin.event(null, null)));
  }

  /// Shows the person's App Home anew, where they may be looking at it and it says something else
  /// now.
  void homeMayChange(User user) {
    if (homes.isLookedAt(user)) {
      afterAck.run("App Home", () -> told("views.publish", homes.showAgain(user), ""));
    }
  }

  private static Stream<Reply> parts(Reply reply) {
    return switch (reply) {
      case Reply.Nothing _ -> Stream.empty();
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
  private void perform(Reply part, Origin origin) {
    switch (part) {
      case Reply.Nothing _, Reply.All _ -> {}
      case Reply.OnlyYou(Content content, String channelId) ->
          onlyYou(origin, channelId == null ? origin.channelId() : channelId, content);
      case Reply.Replace(Content content) -> respond(origin, content, true);
      case Reply.Send(var post, var told) -> {
        api.deliver(post).map(told).stream()
            .flatMap(Replies::parts)
            .forEach(answer -> perform(answer, origin));
        homeMayChange(origin.user());
      }
      case Reply.React(var message, String emoji) ->
          told("reactions.add", api.react(message, emoji), "already_reacted");
      case Reply.Unreact(var message, String emoji) ->
          told("reactions.remove", api.unreact(message, emoji), "no_reaction");
      case Reply.EditMessage(var message, Content content) ->
          told("chat.update", api.edit(message, content), GONE);
      case Reply.DeleteMessages(var messages) ->
          messages.forEach(message -> told("chat.delete", api.delete(message), GONE));
      case Reply.OpenView open -> open(open, origin);
      case Reply.Offer _ -> log.warn("An offer answers nothing but an external select.");
      case Reply.ViewErrors _ -> log.warn("View errors answer nothing but a submission.");
      case Reply.ShowHome(var view) -> told("views.publish", homes.show(origin.user(), view), "");
      case Reply.Afterwards(String _, Runnable work) -> work.run();
      case Reply.ReadReactions(var message, var read) ->
          api.reactions(message).map(self.get()::byOthers).ifPresent(read);
    }
  }

  private void open(Reply.OpenView open, Origin origin) {
    if (origin.modalId() != null) {
      told("views.update", api.updateView(origin.modalId(), open.view()), "");
      return;
    }
    Answer<?> answer = api.openView(origin.triggerId(), open.view());
    if (!answer.problem().isEmpty()) {
      told("views.open", answer, "");
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

  private void onlyYou(Origin origin, String channelId, Content content) {
    if (origin.responseUrl() != null) {
      respond(origin, content, false);
    } else if (channelId != null) {
      Answer<?> answer = api.postOnlyFor(origin.user(), channelId, content);
      if (answer instanceof Answer.Refused<?>) {
        directly(origin, content);
      } else {
        told("chat.postEphemeral", answer, "");
      }
    } else {
      log.warn("An answer had no channel to go to.");
    }
  }

  /// Where the bot is no member nobody hears it, save in a message of their own.
  private void directly(Origin origin, Content content) {
    User user = origin.user();
    api.deliver(
        new Post(
            user.teamId(),
            user.id(),
            null,
            content,
            null,
            null,
            outcome -> {
              if (outcome instanceof Outcome.Refused(String error)) {
                log.warn("An answer could not be given: {}", error);
              }
            }));
  }

  private void respond(Origin origin, Content content, boolean replace) {
    if (origin.responseUrl() == null) {
      log.warn("An answer had no response_url to go to.");
      return;
    }
    var message =
        ActionResponse.builder()
            .responseType(replace ? null : "ephemeral") // what is replaced stays as it is seen
            .replaceOriginal(replace)
            .text(content.text())
            .blocks(WebApi.blocks(content))
            .build();
    try {
      int status = responses.send(origin.responseUrl(), message).getCode();
      if (status != 200) {
        log.warn("Slack did not take an answer at a response_url: {}", status);
      }
    } catch (IOException | IllegalArgumentException e) {
      log.warn("Slack could not be reached at a response_url: {}", e.getClass().getSimpleName());
    }
  }

  private static Response json(String body) {
    return Response.builder()
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(body)
        .build();
  }

  private static void told(String method, Answer<?> answer, String fine) {
    String problem = answer.problem();
    boolean busy = // counted in the metrics
        problem.equals(Calls.RATE_LIMITED) || problem.equals(Calls.STOPPING);
    if (!problem.isEmpty() && !problem.equals(fine) && !busy) {
      log.warn("{} did not work: {}", method, problem);
    }
  }
}
