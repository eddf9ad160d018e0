package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.delivery.Ack;
import smallsteps.rehearsal.events.EventsApi;
import smallsteps.rehearsal.events.Members;
import smallsteps.rehearsal.events.Subscriptions;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// All that people can do, named by ids: for tests and for the page alike.
public final class Deeds {
  private final State state;
  private final EventsApi eventsApi;
  private final Subscriptions subscriptions;
  private final Members members;
  private final SlashCommands commands;
  public final Speech speech;
  public final Interactions interactions;
  public final ViewSubmissions submissions;

  public Deeds(
      State state,
      EventsApi eventsApi,
      Subscriptions subscriptions,
      Members members,
      Speech speech,
      SlashCommands commands,
      Interactions interactions,
      ViewSubmissions submissions) {
    this.state = state;
    this.eventsApi = eventsApi;
    this.subscriptions = subscriptions;
    this.members = members;
    this.speech = speech;
    this.commands = commands;
    this.interactions = interactions;
    this.submissions = submissions;
  }

  public Answered command(String userId, String channelId, String command, String text) {
    return commands.run(userId, state.entered(userId, channelId), command, text);
  }

  public Answered messageShortcut(String userId, String channelId, String ts, String callbackId) {
    ConversationState conversation = state.entered(userId, channelId);
    return interactions.messageShortcut(userId, callbackId, conversation, ts);
  }

  public void openHome(String userId) {
    eventsApi.andWait(() -> {
      if (state.app.hasHome() && !state.isGuest(userId)) {
        subscriptions.homeOpened(userId);
      }
    });
  }

  public void invite(String userId, String channelId, String invited) {
    state.person(invited);
    boolean isOwnStep = invited.equals(userId);
    eventsApi.andWait(() -> {
      ConversationState entered =
          isOwnStep ? state.open(channelId) : state.entered(userId, channelId);
      members.join(entered, invited, isOwnStep ? null : userId);
    });
  }

  public void remove(String userId, String channelId, String removed) {
    eventsApi.andWait(() -> members.leave(state.entered(userId, channelId), removed, userId));
  }

  public void archive(String userId, String channelId, boolean on) {
    eventsApi.andWait(() -> members.archive(state.entered(userId, channelId), userId, on));
  }

  /// A message that this person sees, also one that nobody else does.
  public Target message(String userId, String channelId, String ts, JsonObject filled) {
    return state.locked(() -> {
      ConversationState conversation = state.entered(userId, channelId);
      Optional<JsonObject> ephemeral =
          conversation.ephemerals.stream()
              .filter(each -> each.userId().equals(userId))
              .map(ConversationState.Ephemeral::message)
              .filter(each -> Wire.text(each, "ts").equals(ts))
              .findFirst();
      JsonObject message = ephemeral.orElseGet(() -> conversation.existing(ts));
      return new Target.InMessage(conversation, message, filled);
    });
  }

  public Target view(String userId, String viewId) {
    return state.locked(() ->
        state
            .views
            .find(viewId)
            .filter(each -> each.userId().equals(userId))
            .map(Target.InView::new)
            .orElseThrow(() -> new IllegalArgumentException("no such view is open")));
  }

  public Target home(String userId) {
    return state.locked(() ->
        state
            .views
            .home(userId)
            .map(Target.InView::new)
            .orElseThrow(() -> new IllegalArgumentException("the Home is empty")));
  }

  /// Blank block id and value stand for any.
  public static Surface.Element element(
      Target target, String blockId, String actionId, String value) {
    return Surface.find(target.blocks(), blockId, actionId, value)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no " + actionId + " among " + Surface.actionIds(target.blocks())));
  }

  /// What the person has typed and chosen so far.
  public void fill(Views.Open open, JsonObject filled) {
    state.locked(() -> {
      open.fill(new Fields(open.filled()).putAll(filled).json());
    });
  }

  /// An input tells the bot of a change only where it asks for that.
  public Answered act(String userId, Target target, Surface.Element element, JsonObject changed) {
    if (element.isInput() && !Wire.flag(element.block(), "dispatch_action")) {
      state.locked(() -> target.filled(element, changed));
      state.touch();
      return new Answered(Ack.of(null), Duration.ZERO, List::of, state);
    }
    return interactions.action(userId, target, element, changed);
  }
}
