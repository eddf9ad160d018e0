package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.delivery.Ack;
import smallsteps.rehearsal.events.Events;
import smallsteps.rehearsal.events.Members;
import smallsteps.rehearsal.events.Outbox;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/** All that people can do, named by ids: for tests and for the page alike. */
public final class Acts {
  private final State state;
  private final Outbox outbox;
  private final Events events;
  private final Members members;
  private final SlashCommands commands;
  public final Speech speech;
  public final Interactions interactions;
  public final Modals modals;

  public Acts(
      State state,
      Outbox outbox,
      Events events,
      Members members,
      Speech speech,
      SlashCommands commands,
      Interactions interactions,
      Modals modals) {
    this.state = state;
    this.outbox = outbox;
    this.events = events;
    this.members = members;
    this.speech = speech;
    this.commands = commands;
    this.interactions = interactions;
    this.modals = modals;
  }

  public Answer command(String userId, String channelId, String command, String text) {
    return commands.run(userId, state.entered(userId, channelId), command, text);
  }

  public Answer messageShortcut(String userId, String channelId, String ts, String callbackId) {
    Conversation conversation = state.entered(userId, channelId);
    return interactions.messageShortcut(userId, callbackId, conversation, ts);
  }

  public void openHome(String userId) {
    outbox.andWait(() -> {
      if (state.app.hasHome() && !state.isGuest(userId)) {
        events.homeOpened(userId);
      }
    });
  }

  public void invite(String userId, String channelId, String invited) {
    state.person(invited);
    boolean isOwnStep = invited.equals(userId);
    outbox.andWait(() -> {
      Conversation entered = isOwnStep ? state.open(channelId) : state.entered(userId, channelId);
      members.join(entered, invited, isOwnStep ? null : userId);
    });
  }

  public void remove(String userId, String channelId, String removed) {
    outbox.andWait(() -> members.leave(state.entered(userId, channelId), removed, userId));
  }

  void archive(String userId, String channelId, boolean on) {
    outbox.andWait(() -> members.archive(state.entered(userId, channelId), userId, on));
  }

  /** A message that this person sees, also one that nobody else does. */
  public Target message(String userId, String channelId, String ts, JsonObject filled) {
    return state.locked(() -> {
      Conversation conversation = state.entered(userId, channelId);
      Optional<JsonObject> ephemeral =
          conversation.ephemerals.stream()
              .filter(each -> each.userId().equals(userId))
              .map(Conversation.Ephemeral::message)
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
            .filter(each -> each.userId.equals(userId))
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

  /** Blank block id and value stand for any. */
  public static Surface.Element element(
      Target target, String blockId, String actionId, String value) {
    return Surface.find(target.blocks(), blockId, actionId, value)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no " + actionId + " among " + Surface.actionIds(target.blocks())));
  }

  /** What the person has typed and chosen so far. */
  public void fill(Views.Open open, JsonObject filled) {
    state.locked(() -> {
      open.filled = new Fields(open.filled).putAll(filled).json();
    });
  }

  /** An input tells the bot of a change only where it asks for that. */
  public Answer act(String userId, Target target, Surface.Element element, JsonObject changed) {
    if (element.isInput() && !Wire.flag(element.block(), "dispatch_action")) {
      state.locked(() -> target.filled(element, changed));
      state.touch();
      return new Answer(Ack.of(null), Duration.ZERO, List::of, state);
    }
    return interactions.action(userId, target, element, changed);
  }
}
