package smallsteps.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;

/// Bolt, hearing what the rooms listen for. What is to be done when something comes, in which order
/// and with what ack, is decided here for all of them: the room first, which stores; then the ack;
/// then the rest. A request that failed is not acknowledged, so that Slack sends it again.
public final class BoltApp {
  private final App app;
  private final Payloads payloads;
  private final Replies replies;
  private final Edge edge;
  private final Supplier<Identity> self;

  /// @param self who the bot is; may wait for Slack to tell
  BoltApp(
      Slack slack,
      List<Listener> listeners,
      Payloads payloads,
      Replies replies,
      Edge edge,
      Supplier<Identity> self) {
    this.payloads = payloads;
    this.replies = replies;
    this.edge = edge;
    this.self = self;
    var config =
        AppConfig.builder()
            .slack(slack)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(_ -> Response.ok())
            .build();
    // The transport has checked the signature already, and whose token it is never changes.
    app = new App(config, slack, List.of());
    new Claims(listeners).check();
    listeners.forEach(this::listen);
    listenToMessages(listeners);
    app.start();
  }

  App app() {
    return app;
  }

  private void listen(Listener listener) {
    switch (listener) {
      case Listener.Command command -> command(command);
      case Listener.MessageShortcut shortcut -> messageShortcut(shortcut);
      case Listener.GlobalShortcut shortcut -> globalShortcut(shortcut);
      case Listener.ViewSubmission submission -> submission(submission);
      case Listener.Action action -> action(action);
      case Listener.HomeOpened _ -> throw new IllegalStateException("No room has a home yet.");
      case Listener.Message _,
          Listener.MessageEdited _,
          Listener.MessageDeleted _,
          Listener.ReactionAdded _,
          Listener.ReactionRemoved _ -> {}
    }
  }

  private void command(Listener.Command listener) {
    app.command(
        listener.name(),
        (req, _) -> {
          var payload = req.getPayload();
          var user = new User(payload.getTeamId(), payload.getUserId());
          var origin =
              new Origin(
                  Origin.Kind.COMMAND,
                  user,
                  payload.getChannelId(),
                  payload.getTriggerId(),
                  payload.getResponseUrl());
          return edge.run(
              listener.name(),
              origin,
              () -> replies.ack(listener.answer().apply(payloads.command(payload)), origin));
        });
  }

  private void messageShortcut(Listener.MessageShortcut listener) {
    app.messageShortcut(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          var origin =
              new Origin(
                  Origin.Kind.INTERACTION,
                  new User(payload.getTeam().getId(), payload.getUser().getId()),
                  payload.getChannel().getId(),
                  payload.getTriggerId(),
                  payload.getResponseUrl());
          return edge.run(
              listener.callbackId(),
              origin,
              () ->
                  replies.ack(listener.answer().apply(payloads.messageShortcut(payload)), origin));
        });
  }

  private void globalShortcut(Listener.GlobalShortcut listener) {
    app.globalShortcut(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          var origin =
              new Origin(
                  Origin.Kind.INTERACTION,
                  new User(payload.getTeam().getId(), payload.getUser().getId()),
                  null,
                  payload.getTriggerId(),
                  null);
          return edge.run(
              listener.callbackId(),
              origin,
              () -> replies.ack(listener.answer().apply(payloads.globalShortcut(payload)), origin));
        });
  }

  private void submission(Listener.ViewSubmission listener) {
    app.viewSubmission(
        listener.callbackId(),
        (req, _) -> {
          var payload = req.getPayload();
          var origin =
              new Origin(
                  Origin.Kind.SUBMISSION,
                  new User(payload.getTeam().getId(), payload.getUser().getId()),
                  null,
                  payload.getTriggerId(),
                  null);
          return edge.run(
              listener.callbackId(),
              origin,
              () -> replies.ack(listener.answer().apply(payloads.submission(payload)), origin));
        });
  }

  private void action(Listener.Action listener) {
    app.blockAction(
        Pattern.compile("^" + Pattern.quote(listener.actionId()) + "(:.*)?$"),
        (req, _) -> {
          var payload = req.getPayload();
          var origin =
              new Origin(
                  Origin.Kind.INTERACTION,
                  new User(payload.getTeam().getId(), payload.getUser().getId()),
                  payload.getChannel() == null ? null : payload.getChannel().getId(),
                  payload.getTriggerId(),
                  payload.getResponseUrl());
          return edge.run(
              listener.actionId(),
              origin,
              () -> replies.ack(listener.answer().apply(payloads.action(payload)), origin));
        });
  }

  private void listenToMessages(List<Listener> listeners) {
    var posted = answers(listeners, Listener.Message.class, Listener.Message::answer);
    on(
        MessageEvent.class,
        posted,
        (team, event) ->
            message(
                team,
                event.getUser(),
                event.getBotId(),
                event.getChannel(),
                event.getTs(),
                event.getThreadTs(),
                event.getText()));
    on(
        MessageThreadBroadcastEvent.class,
        posted,
        (team, event) ->
            message(
                team,
                event.getUser(),
                null,
                event.getChannel(),
                event.getTs(),
                event.getThreadTs(),
                event.getText()));
    on(
        MessageFileShareEvent.class,
        posted,
        (team, event) ->
            message(
                team,
                event.getUser(),
                null,
                event.getChannel(),
                event.getTs(),
                event.getThreadTs(),
                event.getText()));
    listenToChanges(listeners);
  }

  private void listenToChanges(List<Listener> listeners) {
    var edited = answers(listeners, Listener.MessageEdited.class, Listener.MessageEdited::answer);
    var deleted =
        answers(listeners, Listener.MessageDeleted.class, Listener.MessageDeleted::answer);
    app.event(MessageChangedEvent.class, changed(edited, deleted));
    on(MessageDeletedEvent.class, deleted, Payloads::deleted);
    on(
        ReactionAddedEvent.class,
        answers(listeners, Listener.ReactionAdded.class, Listener.ReactionAdded::answer),
        (team, event) ->
            reaction(
                team,
                event.getUser(),
                event.getItem().getChannel(),
                event.getItem().getTs(),
                event.getReaction(),
                event.getEventTs()));
    on(
        ReactionRemovedEvent.class,
        answers(listeners, Listener.ReactionRemoved.class, Listener.ReactionRemoved::answer),
        (team, event) ->
            reaction(
                team,
                event.getUser(),
                event.getItem().getChannel(),
                event.getItem().getTs(),
                event.getReaction(),
                event.getEventTs()));
  }

  /// A thread's first message that is deleted while it has replies is changed into a tombstone.
  private BoltEventHandler<MessageChangedEvent> changed(
      List<Function<Request.MessageEdited, Reply>> edited,
      List<Function<Request.MessageDeleted, Reply>> deleted) {
    return (event, ctx) -> {
      String team = ctx.getTeamId();
      MessageChangedEvent.Message now = event.getEvent().getMessage();
      if ("tombstone".equals(now.getSubtype())) {
        var id = new MessageId(team, event.getEvent().getChannel(), now.getTs());
        return answer(event, new Request.MessageDeleted(null, id), deleted);
      }
      boolean byPerson = now.getBotId() == null && now.getUser() != null;
      return answer(event, byPerson ? Payloads.edited(team, event.getEvent()) : null, edited);
    };
  }

  private interface Reader<E, R> {
    /// Null for what is not ours to hear.
    R read(String teamId, E event);
  }

  private <E extends Event, R extends Request> void on(
      Class<E> type, List<Function<R, Reply>> answers, Reader<E, R> reader) {
    app.event(
        type,
        (event, ctx) -> answer(event, reader.read(ctx.getTeamId(), event.getEvent()), answers));
  }

  private <R extends Request> Response answer(
      EventsApiPayload<?> event, R request, List<Function<R, Reply>> answers) {
    if (request == null) {
      return Response.ok();
    }
    var origin = Origin.event(request.user(), null);
    return edge.run(
        event.getEvent().getType(),
        origin,
        () -> {
          answers.forEach(answer -> replies.ack(answer.apply(request), origin));
          return Response.ok();
        });
  }

  private static <L, R> List<Function<R, Reply>> answers(
      List<Listener> listeners, Class<L> type, Function<L, Function<R, Reply>> answer) {
    return listeners.stream().filter(type::isInstance).map(type::cast).map(answer).toList();
  }

  private Request.Message message(
      String teamId,
      String userId,
      String botId,
      String channelId,
      String ts,
      String threadTs,
      String text) {
    if (botId != null || userId == null || isSelf(userId)) {
      return null;
    }
    return new Request.Message(
        new User(teamId, userId), channelId, ts, Payloads.parent(threadTs, ts), PlainText.of(text));
  }

  private Request.Reaction reaction(
      String teamId, String userId, String channelId, String ts, String emoji, String eventTs) {
    if (userId == null || channelId == null || ts == null || isSelf(userId)) {
      return null;
    }
    return new Request.Reaction(
        new User(teamId, userId), new MessageId(teamId, channelId, ts), emoji, eventTs);
  }

  private boolean isSelf(String userId) {
    return userId.equals(self.get().botUserId());
  }
}
