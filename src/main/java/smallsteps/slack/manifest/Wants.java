package smallsteps.slack.manifest;

import static smallsteps.slack.manifest.EventType.APP_HOME_OPENED;
import static smallsteps.slack.manifest.EventType.CHANNEL_ARCHIVE;
import static smallsteps.slack.manifest.EventType.CHANNEL_ID_CHANGED;
import static smallsteps.slack.manifest.EventType.CHANNEL_LEFT;
import static smallsteps.slack.manifest.EventType.CHANNEL_UNARCHIVE;
import static smallsteps.slack.manifest.EventType.GROUP_ARCHIVE;
import static smallsteps.slack.manifest.EventType.GROUP_LEFT;
import static smallsteps.slack.manifest.EventType.GROUP_UNARCHIVE;
import static smallsteps.slack.manifest.EventType.MEMBER_JOINED_CHANNEL;
import static smallsteps.slack.manifest.EventType.MESSAGE;
import static smallsteps.slack.manifest.EventType.REACTION_ADDED;
import static smallsteps.slack.manifest.EventType.REACTION_REMOVED;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Listener;

/// What a listener wants of Slack.
///
/// @param own what no other room may listen to, in words; null for what several may
/// @param confirms the scopes for what is done at once about what is heard
public record Wants(String own, Set<EventType> events, Set<Scope> confirms) {

  /// The one table of what each kind of listener wants.
  public static Wants of(Listener listener) {
    return switch (listener) {
      case Listener.Command command -> own("the command " + command.name());
      case Listener.MessageShortcut shortcut -> own("the shortcut " + shortcut.callbackId());
      case Listener.GlobalShortcut shortcut -> own("the shortcut " + shortcut.callbackId());
      case Listener.ViewSubmission submission -> own("the view " + submission.callbackId());
      case Listener.Action action -> own("the action " + action.actionId());
      case Listener.Options options -> own("the options " + options.actionId());
      case Listener.HomeOpened _ -> new Wants("the App Home", Set.of(APP_HOME_OPENED), Set.of());
      case Listener.Message _ ->
          new Wants(null, Set.of(MESSAGE), Set.of(Scope.REACTIONS_WRITE)); // the seedling
      case Listener.MessageEdited _, Listener.MessageDeleted _ -> events(MESSAGE);
      case Listener.ReactionAdded _ -> events(REACTION_ADDED);
      case Listener.ReactionRemoved _ -> events(REACTION_REMOVED);
      case Listener.Invited _ -> events(MEMBER_JOINED_CHANNEL);
      case Listener.Left _ -> events(CHANNEL_LEFT, GROUP_LEFT, CHANNEL_ARCHIVE, GROUP_ARCHIVE);
      case Listener.ChannelIdChanged _ -> events(CHANNEL_ID_CHANGED);
      case Listener.Unarchived _ -> events(CHANNEL_UNARCHIVE, GROUP_UNARCHIVE);
    };
  }

  private static Wants own(String what) {
    return new Wants(what, Set.of(), Set.of());
  }

  private static Wants events(EventType... events) {
    return new Wants(null, Set.of(events), Set.of());
  }

  Set<Scope> scopes() {
    return Stream.concat(
            confirms.stream(), events.stream().flatMap(event -> event.scopes().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
