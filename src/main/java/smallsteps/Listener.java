package smallsteps;

import java.util.function.Function;

/// What a room wants to hear, with the words that Slack's manifest needs. The registration, the
/// manifest, the help and the check for doubles all come from these values.
public sealed interface Listener {

  /// @param name with its slash: `/principle`
  /// @param usageHint what may follow it, as Slack shows it while one types
  record Command(
      String name, String usageHint, String description, Function<Request.Command, Reply> answer)
      implements Listener {}

  record Message(Function<Request.Message, Reply> answer) implements Listener {}

  record MessageEdited(Function<Request.MessageEdited, Reply> answer) implements Listener {}

  record MessageDeleted(Function<Request.MessageDeleted, Reply> answer) implements Listener {}

  record ReactionAdded(Function<Request.Reaction, Reply> answer) implements Listener {}

  record ReactionRemoved(Function<Request.Reaction, Reply> answer) implements Listener {}

  record MessageShortcut(
      String callbackId,
      String name,
      String description,
      Function<Request.MessageShortcut, Reply> answer)
      implements Listener {}

  record GlobalShortcut(
      String callbackId,
      String name,
      String description,
      Function<Request.GlobalShortcut, Reply> answer)
      implements Listener {}

  record ViewSubmission(String callbackId, Function<Request.ViewSubmission, Reply> answer)
      implements Listener {}

  /// @param actionId the `action_id`, or its beginning where several buttons share a listener and
  ///   are told apart by what follows a colon: `principle_show` hears `principle_show:3` too
  record Action(String actionId, Function<Request.Action, Reply> answer) implements Listener {}

  /// What an external select offers while somebody types in it; answered with [Reply.Offer].
  record Options(String actionId, Function<Request.Options, Reply> answer) implements Listener {}

  record HomeOpened(Function<Request.HomeOpened, Reply> answer) implements Listener {}

  /// The bot itself has come into a channel.
  record Invited(Function<Request.Invited, Reply> answer) implements Listener {}

  /// The bot can write in a channel no more.
  record Left(Function<Request.Left, Reply> answer) implements Listener {}

  /// A channel has another id from now on.
  record ChannelIdChanged(Function<Request.ChannelIdChanged, Reply> answer) implements Listener {}

  /// A channel that was archived is in use again.
  record Unarchived(Function<Request.Unarchived, Reply> answer) implements Listener {}
}
