package smallsteps.slack.bolt;

import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Listener;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Missed;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.slack.manifest.EventType;
import smallsteps.slack.manifest.Manifest;
import smallsteps.slack.manifest.Scope;
import smallsteps.slack.payload.Author;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.PlainText;
import smallsteps.slack.payload.SlackEvent;
import smallsteps.slack.reply.Homes;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;

/// Events, handed to the rooms that listen. They pass Bolt by for two reasons: with unknown events
/// acknowledged Bolt acknowledges a refused one too, and what could not be kept would be lost; and
/// it reads each event three times more, with blocks that we don't need and that may be of a shape
/// it doesn't know.
public final class Events {
  private static final Logger log = LoggerFactory.getLogger(Events.class);

  private final EventListeners rooms = new EventListeners();
  private final List<String> scopes;
  private final Requests requests;
  private final Replies replies;
  private final Edge edge;
  private final Homes homes;
  private final Supplier<Identity> self;
  private final Installation installation;
  private final TokenLoss tokenLoss;

  public Events(
      List<Listener> listeners,
      Requests requests,
      Replies replies,
      Edge edge,
      Homes homes,
      Supplier<Identity> self,
      Installation installation,
      TokenLoss tokenLoss) {
    this.tokenLoss = tokenLoss;
    this.installation = installation;
    scopes = Manifest.scopes(listeners).stream().map(Scope::id).toList();
    this.requests = requests;
    this.replies = replies;
    this.edge = edge;
    this.homes = homes;
    this.self = self;
    listeners.stream()
        .filter(Listener.Event.class::isInstance)
        .map(Listener.Event.class::cast)
        .forEach(rooms::add);
  }

  /// What nobody listens for is acknowledged unread: it may be of any shape. What comes before the
  /// bot knows itself is sent away, for Slack to send it again.
  Response answer(SlackEvent.Envelope envelope) {
    String type = envelope.event().type();
    try {
      return EventType.of(type).map(heard -> answer(heard, envelope)).orElseGet(Response::ok);
    } catch (UnknownSelfException e) {
      log.warn("{} came too early: {} Slack will send it again.", type, e.getMessage());
      return Response.error(503);
    }
  }

  private Response answer(EventType type, SlackEvent.Envelope envelope) {
    SlackEvent event = envelope.event();
    return installation
        .workspace(event.type(), Whose.of(envelope), self.get())
        .map(team -> answer(type, team, event))
        .orElseGet(Response::ok);
  }

  private Response answer(EventType type, String team, SlackEvent event) {
    return switch (type) {
      case MESSAGE -> message(team, event);
      case REACTION_ADDED -> answer(event, reaction(team, event), rooms.added);
      case REACTION_REMOVED -> answer(event, reaction(team, event), rooms.removed);
      case APP_HOME_OPENED -> opened(team, event);
      case MEMBER_JOINED_CHANNEL -> answer(event, invitation(team, event), rooms.invited);
      case CHANNEL_LEFT, GROUP_LEFT -> answer(event, Requests.left(team, event, false), rooms.left);
      case CHANNEL_ARCHIVE, GROUP_ARCHIVE ->
          answer(event, Requests.left(team, event, true), rooms.left);
      case CHANNEL_UNARCHIVE, GROUP_UNARCHIVE ->
          answer(event, Requests.unarchived(team, event), rooms.unarchived);
      case CHANNEL_ID_CHANGED ->
          answer(event, Requests.channelIdChanged(team, event), rooms.channelIdChanged);
      case APP_UNINSTALLED -> tokenLoss.uninstalled();
      case TOKENS_REVOKED -> tokenLoss.revoked(event);
    };
  }

  private Response message(String team, SlackEvent event) {
    return switch (Objects.requireNonNullElse(event.subtype(), "")) {
      case "message_changed" -> changed(team, event);
      case "message_deleted" -> answer(event, Requests.deleted(team, event), rooms.deleted);
      default -> answer(event, said(team, event), rooms.posted);
    };
  }

  /// A thread's first message that is deleted while it has replies is changed into a tombstone.
  private Response changed(String team, SlackEvent event) {
    SlackEvent.Message now = MalformedException.need("message", event.message());
    if ("tombstone".equals(now.subtype())) {
      var id = new MessageId(team, event.channel(), now.ts());
      return answer(event, new Request.MessageDeleted(null, id), rooms.deleted);
    }
    boolean isSaid = Author.of(now).isSaid(botUserId());
    return answer(event, isSaid ? Requests.edited(team, event) : null, rooms.edited);
  }

  /// @param request null for what is not ours to hear
  private <R extends Request> Response answer(
      SlackEvent event, R request, List<Function<R, Reply>> answers) {
    if (request == null) {
      return Response.ok();
    }
    var origin = Origin.event(request.user(), event.channel());
    return edge.run(
        event.type(),
        origin,
        () -> {
          for (Function<R, Reply> answer : answers) {
            Reply reply = answer.apply(request);
            replies.ack(reply, origin);
            if (mayChangeHome(request, reply)) {
              replies.homeMayChange(request.user());
            }
          }
          return Response.ok();
        });
  }

  /// Returns when it is kept and what the rooms answered is done; false when it could not be kept.
  public boolean tell(Missed missed) {
    return switch (missed) {
      case Missed.Said(var message) -> isKept(message, rooms.posted);
      case Missed.Edited(var edit) -> isKept(edit, rooms.edited);
      case Missed.Deleted(var deletion) -> isKept(deletion, rooms.deleted);
      case Missed.Reacted(var reaction) -> isKept(reaction, rooms.added);
      case Missed.Unreacted(var reaction) -> isKept(reaction, rooms.removed);
    };
  }

  private <R extends Request> boolean isKept(R request, List<Function<R, Reply>> answers) {
    var origin = Origin.event(request.user(), null);
    Response response =
        edge.run(
            "missed",
            origin,
            () -> {
              answers.forEach(answer -> replies.perform(answer.apply(request), origin));
              return Response.ok();
            });
    return response.getStatusCode() == 200;
  }

  /// Most messages concern nobody's App Home, and no reaction does.
  private static boolean mayChangeHome(Request request, Reply reply) {
    return switch (request) {
      case Request.Message _ -> !(reply instanceof Reply.Nothing);
      case Request.MessageEdited _, Request.MessageDeleted _ -> request.user() != null;
      default -> false;
    };
  }

  /// None where Slack doesn't say what is granted.
  private List<String> lacking() {
    Set<String> granted = self.get().scopes();
    return granted.isEmpty()
        ? List.of()
        : scopes.stream().filter(id -> !granted.contains(id)).toList();
  }

  /// The tab beside it, with the bot's messages, has nothing to show.
  private Response opened(String team, SlackEvent event) {
    boolean isHome =
        "home".equals(event.tab()) && event.user() != null && !rooms.homeOpened.isEmpty();
    if (isHome) {
      homes.opened(new User(team, event.user()));
    }
    return answer(
        event, isHome ? requests.homeOpened(team, event, lacking()) : null, rooms.homeOpened);
  }

  private Request.Message said(String team, SlackEvent event) {
    if (!Author.of(event).isSaid(botUserId())) {
      return null;
    }
    return new Request.Message(
        new User(team, event.user()),
        event.channel(),
        event.ts(),
        event.parent(),
        PlainText.of(event.text()));
  }

  private Request.Reaction reaction(String team, SlackEvent event) {
    SlackEvent.Item item = event.item();
    boolean byPerson = Author.isPerson(event.user(), botUserId());
    if (!byPerson || item == null || item.ts() == null) {
      return null;
    }
    return new Request.Reaction(
        new User(team, event.user()),
        new MessageId(team, item.channel(), item.ts()),
        event.reaction(),
        event.eventTs());
  }

  /// Null when it is somebody else who came.
  private Request.Invited invitation(String team, SlackEvent event) {
    return botUserId().equals(event.user()) ? Requests.invited(team, event) : null;
  }

  private String botUserId() {
    return self.get().botUserId();
  }
}
