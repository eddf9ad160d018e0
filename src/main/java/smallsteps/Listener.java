package smallsteps;

import java.util.function.Function;

/// What a room wants to hear, with the keys of the words that Slack's manifest needs. The
/// registration, the manifest, the help and the check for doubles all come from these values.
public sealed interface Listener {

  /// What Slack lists among its commands and shortcuts.
  sealed interface Listed extends Listener {}

  /// What is used in a message or a view that the bot has made.
  sealed interface Used extends Listener {}

  /// Something that happens. Several rooms may hear it.
  sealed interface Event extends Listener {}

  /// @param name with its slash: `/principle`
  /// @param words the key of its `description`, and of its `hint`: what may follow it, as Slack
  ///   shows it while one types
  record Command(String name, String words, Function<Request.Command, Reply> answer)
      implements Listed {}

  record Message(Function<Request.Message, Reply> answer) implements Event {}

  record MessageEdited(Function<Request.MessageEdited, Reply> answer) implements Event {}

  record MessageDeleted(Function<Request.MessageDeleted, Reply> answer) implements Event {}

  record ReactionAdded(Function<Request.Reaction, Reply> answer) implements Event {}

  record ReactionRemoved(Function<Request.Reaction, Reply> answer) implements Event {}

  /// @param words the key of its `name` in Slack's menu, and of its `description`
  record MessageShortcut(
      String callbackId, String words, Function<Request.MessageShortcut, Reply> answer)
      implements Listed {}

  /// @param words as above
  record GlobalShortcut(
      String callbackId, String words, Function<Request.GlobalShortcut, Reply> answer)
      implements Listed {}

  record ViewSubmission(String callbackId, Function<Request.ViewSubmission, Reply> answer)
      implements Used {}

  /// @param actionId the `action_id`, or its beginning where several buttons share a listener and
  ///   are told apart by what follows a colon: `principle_show` hears `principle_show:3` too
  record Action(String actionId, Function<Request.Action, Reply> answer) implements Used {}

  /// What an external select offers while somebody types in it; answered with [Reply.Offer].
  record Options(String actionId, Function<Request.Options, Reply> answer) implements Used {}

  record HomeOpened(Function<Request.HomeOpened, Reply> answer) implements Event {}

  /// The bot itself has come into a channel.
  record Invited(Function<Request.Invited, Reply> answer) implements Event {}

  /// The bot can write in a channel no more.
  record Left(Function<Request.Left, Reply> answer) implements Event {}

  /// A channel has another id from now on.
  record ChannelIdChanged(Function<Request.ChannelIdChanged, Reply> answer) implements Event {}

  /// A channel that was archived is in use again.
  record Unarchived(Function<Request.Unarchived, Reply> answer) implements Event {}
}
