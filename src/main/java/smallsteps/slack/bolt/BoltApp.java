package smallsteps.slack.bolt;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import smallsteps.BlockKit;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.Payload;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;

/// Bolt, hearing what the rooms listen for. What is to be done when something comes, in which order
/// and with what ack, is decided here for all of them: the room first, which stores; then the ack;
/// then the rest. A request that failed is not acknowledged, so that Slack sends it again.
public final class BoltApp implements AutoCloseable {
  private final App app;
  private final SlackRequestParser parser;
  private final Events events;
  private final Kind<SlashCommandPayload, Request.Command> commands;
  private final Kind<MessageShortcutPayload, Request.MessageShortcut> messageShortcuts;
  private final Kind<GlobalShortcutPayload, Request.GlobalShortcut> globalShortcuts;
  private final Kind<ViewSubmissionPayload, Request.ViewSubmission> submissions;
  private final Kind<BlockActionPayload, Request.Action> actions;
  private final Kind<BlockSuggestionPayload, Request.Options> suggestions;
  private final Replies replies;
  private final Edge edge;
  private final Installation installation;
  private final Unheard unheard;
  private final Supplier<Identity> known;

  /// @param unheard answers who asks for what no room listens for
  /// @param known who the bot is; null as long as Slack has not told
  public BoltApp(
      Slack slack,
      List<Listener> listeners,
      Requests requests,
      Replies replies,
      Edge edge,
      Installation installation,
      Events events,
      Unheard unheard,
      Supplier<Identity> known) {
    this.unheard = unheard;
    this.installation = installation;
    this.events = events;
    this.known = known;
    this.replies = replies;
    this.edge = edge;
    commands = new Kind<>(Whose::of, Origin::of, requests::command);
    messageShortcuts = new Kind<>(Whose::of, Origin::of, requests::messageShortcut);
    globalShortcuts = new Kind<>(Whose::of, Origin::of, requests::globalShortcut);
    submissions = new Kind<>(Whose::of, Origin::of, requests::submission);
    actions = new Kind<>(Whose::of, Origin::of, requests::action);
    suggestions = new Kind<>(Whose::of, Origin::of, requests::options);
    var config = AppConfig.builder().slack(slack).unmatchedRequestHandler(this::unheard).build();
    // The transport has checked the signature already, and whose token it is never changes.
    app = new App(config, slack, List.of());
    parser = new SlackRequestParser(config);
    new Doubles(listeners).check();
    listeners.forEach(this::listen);
    menus(listeners);
    app.start();
  }

  /// The one door for whatever Slack sends. Nothing is done yet: what can't be read fails here.
  ///
  /// @return what answers it; empty for a kind that we never heard of
  public Optional<Callable<Response>> read(Payload payload) {
    return switch (payload) {
      case Payload.Event(var envelope) -> Optional.of(() -> events.answer(envelope));
      case Payload.Interaction(var fields) -> forBolt(Needed.of(fields));
      case Payload.Other(String body) -> forBolt(body);
    };
  }

  private Optional<Callable<Response>> forBolt(String body) {
    var request =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .socketMode(body.startsWith("{")) // its word for what is JSON, commands too
                .requestUri("")
                .requestBody(body)
                .headers(new RequestHeaders(Map.of()))
                .build());
    return Optional.ofNullable(request).map(read -> () -> app.run(read));
  }

  @Override
  public void close() {
    app.stop();
    app.executorService().shutdown();
  }

  private void listen(Listener listener) {
    switch (listener) {
      case Listener.Command command -> command(command);
      case Listener.MessageShortcut shortcut -> messageShortcut(shortcut);
      case Listener.GlobalShortcut shortcut -> globalShortcut(shortcut);
      case Listener.ViewSubmission submission -> submission(submission);
      case Listener.Action action -> action(action);
      case Listener.Options options -> options(options);
      case Listener.Event _ -> {} // heard by `Events`
    }
  }

  private void command(Listener.Command listener) {
    app.command(
        listener.name(),
        (req, _) -> answered(listener.name(), commands, req.getPayload(), listener.answer()));
  }

  private void messageShortcut(Listener.MessageShortcut listener) {
    app.messageShortcut(
        listener.callbackId(),
        (req, _) ->
            answered(listener.callbackId(), messageShortcuts, req.getPayload(), listener.answer()));
  }

  private void globalShortcut(Listener.GlobalShortcut listener) {
    app.globalShortcut(
        listener.callbackId(),
        (req, _) ->
            answered(listener.callbackId(), globalShortcuts, req.getPayload(), listener.answer()));
  }

  private void submission(Listener.ViewSubmission listener) {
    app.viewSubmission(
        listener.callbackId(),
        (req, _) ->
            answered(listener.callbackId(), submissions, req.getPayload(), listener.answer()));
  }

  private void action(Listener.Action listener) {
    app.blockAction(
        named(listener.actionId()),
        (req, _) -> answered(listener.actionId(), actions, req.getPayload(), listener.answer()));
  }

  private static Pattern named(String actionId) {
    return Pattern.compile("^" + Pattern.quote(actionId) + "(:.*)?$");
  }

  /// What stands behind a ⋮ is heard by whoever hears the button.
  private void menus(List<Listener> listeners) {
    app.blockAction(
        named(BlockKit.MENU),
        (req, _) ->
            answered(
                BlockKit.MENU,
                actions,
                req.getPayload(),
                chosen -> pressed(chosen.meant(), listeners)));
  }

  private static Reply pressed(Request.Action meant, List<Listener> listeners) {
    return listeners.stream()
        .filter(Listener.Action.class::isInstance)
        .map(Listener.Action.class::cast)
        .filter(listener -> listener.actionId().equals(meant.actionId()))
        .findFirst()
        .map(listener -> listener.answer().apply(meant))
        .orElseGet(Reply::nothing);
  }

  private void options(Listener.Options listener) {
    app.blockSuggestion(
        listener.actionId(),
        (req, _) ->
            answered(listener.actionId(), suggestions, req.getPayload(), listener.answer()));
  }

  /// For all but these nobody waits.
  private Response unheard(com.slack.api.bolt.request.Request<?> asked) {
    return switch (asked) {
      case SlashCommandRequest typed -> {
        String name = typed.getPayload().getCommand();
        yield answered(
            "unheard command", commands, typed.getPayload(), of -> unheard.command(name, of));
      }
      case GlobalShortcutRequest used ->
          answered(
              "unheard shortcut",
              globalShortcuts,
              used.getPayload(),
              of -> unheard.shortcut(of.language()));
      case MessageShortcutRequest used ->
          answered(
              "unheard shortcut",
              messageShortcuts,
              used.getPayload(),
              of -> unheard.shortcut(of.language()));
      default -> Response.ok();
    };
  }

  /// What is read of one kind of Bolt's payloads.
  private record Kind<P, R extends Request>(
      Function<P, Whose> whose,
      BiFunction<P, String, Origin> origin,
      BiFunction<User, P, R> request) {}

  /// Reading the payload is part of the work: what goes wrong in it is told at the edge as well.
  private <P, R extends Request> Response answered(
      String what, Kind<P, R> kind, P payload, Function<R, Reply> answer) {
    Optional<String> team = installation.workspace(what, kind.whose().apply(payload), known.get());
    if (team.isEmpty()) {
      return Response.ok();
    }
    Origin origin = kind.origin().apply(payload, team.get());
    return edge.run(
        what,
        origin,
        () -> {
          R request = kind.request().apply(origin.user(), payload);
          Response ack = replies.ack(answer.apply(request), origin);
          replies.homeMayChange(origin.user());
          return ack;
        });
  }
}
