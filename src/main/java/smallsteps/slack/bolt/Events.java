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

  private final List<Function<Request.Message, Reply>> posted;
  private final List<Function<Request.MessageEdited, Reply>> edited;
  private final List<Function<Request.MessageDeleted, Reply>> deleted;
  private final List<Function<Request.Reaction, Reply>> added;
  private final List<Function<Request.Reaction, Reply>> removed;
  private final List<Function<Request.Invited, Reply>> invited;
  private final List<Function<Request.Left, Reply>> left;
  private final List<Function<Request.Unarchived, Reply>> unarchived;
  private final List<Function<Request.ChannelIdChanged, Reply>> channelIdChanged;
  private final List<Function<Request.HomeOpened, Reply>> homeOpened;
  private final List<Listener> listeners;
  private final Payloads payloads;
  private final Replies replies;
  private final Edge edge;
  private final Homes homes;
  private final Supplier<Identity> self;
  private final Installation installation;
  private final TokenLoss tokenLoss;

  public Events(
      List<Listener> listeners,
      Payloads payloads,
      Replies replies,
      Edge edge,
      Homes homes,
      Supplier<Identity> self,
      Installation installation,
      TokenLoss tokenLoss) {
    this.tokenLoss = tokenLoss;
    this.installation = installation;
    this.listeners = listeners;
    this.payloads = payloads;
    this.replies = replies;
    this.edge = edge;
    this.homes = homes;
    this.self = self;
    posted = answers(listeners, Listener.Message.class, Listener.Message::answer);
    edited = answers(listeners, Listener.MessageEdited.class, Listener.MessageEdited::answer);
    deleted = answers(listeners, Listener.MessageDeleted.class, Listener.MessageDeleted::answer);
    added = answers(listeners, Listener.ReactionAdded.class, Listener.ReactionAdded::answer);
    removed = answers(listeners, Listener.ReactionRemoved.class, Listener.ReactionRemoved::answer);
    invited = answers(listeners, Listener.Invited.class, Listener.Invited::answer);
    left = answers(listeners, Listener.Left.class, Listener.Left::answer);
    unarchived = answers(listeners, Listener.Unarchived.class, Listener.Unarchived::answer);
    channelIdChanged =
        answers(listeners, Listener.ChannelIdChanged.class, Listener.ChannelIdChanged::answer);
    homeOpened = answers(listeners, Listener.HomeOpened.class, Listener.HomeOpened::answer);
  }

  private static <L, R> List<Function<R, Reply>> answers(
      List<Listener> listeners, Class<L> type, Function<L, Function<R, Reply>> answer) {
    return listeners.stream().filter(type::isInstance).map(type::cast).map(answer).toList();
  }

  /// What nobody listens for is acknowledged unread: it may be of any shape. What comes before the
  /// bot knows itself is sent away, for Slack to send it again.
  Response answer(SlackEvent.Envelope envelope) {
    String type = envelope.event().type();
    try {
      if (TokenLoss.isAbout(type)) {
        tokenLoss.heard(envelope);
        return Response.ok();
      }
      return isHeard(type) ? heard(envelope) : Response.ok();
    } catch (UnknownSelfException e) {
      log.warn("{} came too early: {} Slack will send it again.", type, e.getMessage());
      return Response.error(503);
    }
  }

  private Response heard(SlackEvent.Envelope envelope) {
    SlackEvent event = envelope.event();
    return installation
        .workspace(event.type(), Whose.of(envelope), self.get())
        .map(team -> answer(team, event))
        .orElseGet(Response::ok);
  }

  private static boolean isHeard(String type) {
    return switch (type) {
      case "message",
          "reaction_added",
          "reaction_removed",
          "app_home_opened",
          "member_joined_channel",
          "channel_left",
          "group_left",
          "channel_archive",
          "group_archive",
          "channel_unarchive",
          "group_unarchive",
          "channel_id_changed" ->
          true;
      case null, default -> false;
    };
  }

  private Response answer(String team, SlackEvent event) {
    return switch (event.type()) {
      case "reaction_added" -> answer(event, reaction(team, event), added);
      case "reaction_removed" -> answer(event, reaction(team, event), removed);
      case "member_joined_channel" -> answer(event, invitation(team, event), invited);
      case "channel_left", "group_left" -> answer(event, Payloads.left(team, event, false), left);
      case "channel_archive", "group_archive" ->
          answer(event, Payloads.left(team, event, true), left);
      case "channel_unarchive", "group_unarchive" ->
          answer(event, Payloads.unarchived(team, event), unarchived);
      case "channel_id_changed" ->
          answer(event, Payloads.channelIdChanged(team, event), channelIdChanged);
      case "app_home_opened" -> opened(team, event);
      default ->
          switch (Objects.requireNonNullElse(event.subtype(), "")) {
            case "message_changed" -> changed(team, event);
            case "message_deleted" -> answer(event, Payloads.deleted(team, event), deleted);
            default -> answer(event, message(team, event), posted);
          };
    };
  }

  /// A thread's first message that is deleted while it has replies is changed into a tombstone.
  private Response changed(String team, SlackEvent event) {
    SlackEvent.Message now = MalformedException.need("message", event.message());
    if ("tombstone".equals(now.subtype())) {
      var id = new MessageId(team, event.channel(), now.ts());
      return answer(event, new Request.MessageDeleted(null, id), deleted);
    }
    boolean isSaid = Author.of(now).isSaid(botUserId());
    return answer(event, isSaid ? Payloads.edited(team, event) : null, edited);
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
      case Missed.Said(var message) -> told(message, posted);
      case Missed.Edited(var edit) -> told(edit, edited);
      case Missed.Deleted(var deletion) -> told(deletion, deleted);
      case Missed.Reacted(var reaction) -> told(reaction, added);
      case Missed.Unreacted(var reaction) -> told(reaction, removed);
    };
  }

  private <R extends Request> boolean told(R request, List<Function<R, Reply>> answers) {
    Response response =
        edge.run(
            "missed",
            Origin.event(request.user(), null),
            () -> {
              answers.forEach(answer -> replies.perform(answer.apply(request)));
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
        : Manifest.scopes(listeners).stream()
            .map(Scope::id)
            .filter(id -> !granted.contains(id))
            .toList();
  }

  /// The tab beside it, with the bot's messages, has nothing to show.
  private Response opened(String team, SlackEvent event) {
    boolean isHome = "home".equals(event.tab()) && event.user() != null && !homeOpened.isEmpty();
    if (isHome) {
      homes.opened(new User(team, event.user()));
    }
    return answer(event, isHome ? payloads.homeOpened(team, event, lacking()) : null, homeOpened);
  }

  private Request.Message message(String team, SlackEvent event) {
    if (!Author.of(event).isSaid(botUserId())) {
      return null;
    }
    return new Request.Message(
        new User(team, event.user()),
        event.channel(),
        event.ts(),
        Payloads.parent(event.threadTs(), event.ts()),
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
    return botUserId().equals(event.user()) ? Payloads.invited(team, event) : null;
  }

  private String botUserId() {
    return self.get().botUserId();
  }
}
