package smallsteps.slack.bolt;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;

/// Bolt, hearing what the rooms listen for. What is to be done when something comes, in which order
/// and with what ack, is decided here for all of them: the room first, which stores; then the ack;
/// then the rest. A request that failed is not acknowledged, so that Slack sends it again.
public final class BoltApp {
  private final App app;
  private final Events events;
  private final Payloads payloads;
  private final Replies replies;
  private final Edge edge;
  private final Installation installation;
  private final Supplier<Identity> known;

  /// @param known who the bot is; null as long as Slack has not told
  public BoltApp(
      Slack slack,
      List<Listener> listeners,
      Payloads payloads,
      Replies replies,
      Edge edge,
      Installation installation,
      Events events,
      Supplier<Identity> known) {
    this.installation = installation;
    this.events = events;
    this.known = known;
    this.payloads = payloads;
    this.replies = replies;
    this.edge = edge;
    var config =
        AppConfig.builder().slack(slack).unmatchedRequestHandler(_ -> Response.ok()).build();
    // The transport has checked the signature already, and whose token it is never changes.
    app = new App(config, slack, List.of(events));
    new Claims(listeners).check();
    listeners.forEach(this::listen);
    app.start();
  }

  public App app() {
    return app;
  }

  /// The answer to an event that a room listens for; empty for all else, which is Bolt's to read.
  ///
  /// @param payload JSON or any other text
  ///
  /// @throws IOException when it begins as JSON and does not go on so
  public Optional<Response> heard(String payload) throws IOException {
    return events.heard(payload);
  }

  private void listen(Listener listener) {
    switch (listener) {
      case Listener.Command command -> command(command);
      case Listener.MessageShortcut shortcut -> messageShortcut(shortcut);
      case Listener.GlobalShortcut shortcut -> globalShortcut(shortcut);
      case Listener.ViewSubmission submission -> submission(submission);
      case Listener.Action action -> action(action);
      case Listener.Options options -> options(options);
      case Listener.HomeOpened _,
          Listener.Message _,
          Listener.MessageEdited _,
          Listener.MessageDeleted _,
          Listener.ReactionAdded _,
          Listener.ReactionRemoved _,
          Listener.Invited _,
          Listener.Left _,
          Listener.ChannelIdChanged _,
          Listener.Unarchived _ -> {}
    }
  }

  private void command(Listener.Command listener) {
    app.command(
        listener.name(),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.name(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.command(user, payload));
        });
  }

  private void messageShortcut(Listener.MessageShortcut listener) {
    app.messageShortcut(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.callbackId(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.messageShortcut(user, payload));
        });
  }

  private void globalShortcut(Listener.GlobalShortcut listener) {
    app.globalShortcut(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.callbackId(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.globalShortcut(user, payload));
        });
  }

  private void submission(Listener.ViewSubmission listener) {
    app.viewSubmission(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.callbackId(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.submission(user, payload));
        });
  }

  private void action(Listener.Action listener) {
    app.blockAction(
        Pattern.compile("^" + Pattern.quote(listener.actionId()) + "(:.*)?$"),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.actionId(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.action(user, payload));
        });
  }

  private void options(Listener.Options listener) {
    app.blockSuggestion(
        listener.actionId(),
        (req, _) -> {
          var payload = req.getPayload();
          return answered(
              listener.actionId(),
              Whose.of(payload),
              team -> Origin.of(payload, team),
              listener.answer(),
              user -> payloads.options(user, payload));
        });
  }

  /// Reading the payload is part of the work: what goes wrong in it is told at the edge as well.
  private <R extends Request> Response answered(
      String what,
      Whose whose,
      Function<String, Origin> from,
      Function<R, Reply> answer,
      Function<User, R> request) {
    Optional<String> team = installation.workspace(what, whose, known.get());
    if (team.isEmpty()) {
      return Response.ok();
    }
    Origin origin = from.apply(team.get());
    return edge.run(
        what,
        origin,
        () -> {
          Response ack = replies.ack(answer.apply(request.apply(origin.user())), origin);
          replies.homeMayChange(origin.user());
          return ack;
        });
  }
}
