package smallsteps;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Something that happened in Slack, as plain values. Texts are what the person wrote: Slack's
/// escapes and markup are undone (`R&amp;D` is `R&D`, `<https://x.se|x>` is `x (https://x.se)`),
/// save that mentions stand in them as [Mentions] writes them (`<@U1|Anna>`). `language` is what
/// this person reads, for answers only they see.
public sealed interface Request {
  User user();

  /// A slash command; `text` is what follows it, stripped.
  ///
  /// @param isDirect whether it was typed in a direct message, to one or to several, where nobody
  ///   can invite the bot
  record Command(User user, Language language, String channelId, String text, boolean isDirect)
      implements Request {
    public Command {
      MalformedException.need("channel", channelId);
    }

    public Command(User user, Language language, String channelId, String text) {
      this(user, language, channelId, text, false);
    }

    public Channel channel() {
      return new Channel(user.teamId(), channelId);
    }
  }

  /// A message by a person, in a channel or a thread.
  ///
  /// @param threadTs the thread's parent; null outside threads
  record Message(User user, String channelId, String ts, String threadTs, String text)
      implements Request {
    public Message {
      MalformedException.need("channel", channelId);
      MalformedException.ts("ts", ts);
    }

    public MessageId id() {
      return new MessageId(user.teamId(), channelId, ts);
    }
  }

  /// A message says something else now.
  ///
  /// @param eventTs when, in Slack's order of events: an older edit may arrive later
  record MessageEdited(User user, MessageId message, String threadTs, String text, String eventTs)
      implements Request {
    public MessageEdited {
      MalformedException.message(message);
      MalformedException.ts("event_ts", eventTs);
    }
  }

  /// A message is gone. `user` is its author where Slack says so, else null.
  record MessageDeleted(User user, MessageId message) implements Request {
    public MessageDeleted {
      MalformedException.message(message);
    }
  }

  /// A reaction was added or removed: the listener says which.
  ///
  /// @param emoji the name without colons, skin tone kept: `+1::skin-tone-3`
  /// @param eventTs when, in Slack's order of events: an older event may arrive later
  record Reaction(User user, MessageId message, String emoji, String eventTs) implements Request {
    public Reaction {
      MalformedException.message(message);
      MalformedException.need("reaction", emoji);
      MalformedException.ts("event_ts", eventTs);
    }
  }

  /// @param authorId who wrote the message; null when no person did
  record MessageShortcut(
      User user,
      Language language,
      MessageId message,
      String threadTs,
      String authorId,
      String text)
      implements Request {
    public MessageShortcut {
      MalformedException.message(message);
    }
  }

  record GlobalShortcut(User user, Language language) implements Request {}

  /// @param values what each block holds, by `block_id`: texts, ids, option values; an empty list
  ///   where nothing was filled in
  record ViewSubmission(
      User user,
      Language language,
      String viewId,
      String privateMetadata,
      Map<String, List<String>> values)
      implements Request {
    public ViewSubmission {
      MalformedException.need("view.id", viewId);
    }

    /// The one value of a block; null where nothing was filled in.
    public String value(String blockId) {
      List<String> all = values.getOrDefault(blockId, List.of());
      return all.isEmpty() ? null : all.getFirst();
    }

    /// What was written in a block, without the space around it; empty where nobody would see
    /// anything of it.
    public String text(String blockId) {
      String written = value(blockId);
      return written == null ? "" : Spaces.strip(written);
    }
  }

  /// A button or a select was used.
  ///
  /// @param value the button's value or the option chosen; may be null
  /// @param message the message it stands on; null in a modal or the App Home, and for a message
  ///   that only one person sees
  /// @param channelId null in the App Home
  record Action(
      User user,
      Language language,
      String actionId,
      String value,
      String channelId,
      MessageId message)
      implements Request {
    public Action {
      if (message != null) {
        MalformedException.message(message);
      }
    }

    /// What was chosen behind a ⋮, as a press on the button that it stands for.
    public Action meant() {
      String[] parts = MalformedException.need("value", value).split(" ", 2);
      String its = parts.length == 1 ? null : parts[1];
      return new Action(user, language, parts[0], its, channelId, message);
    }

    public Channel channel() {
      return new Channel(user.teamId(), channelId);
    }
  }

  /// Somebody types in an external select.
  ///
  /// @param zone the person's own time zone; null where Slack does not tell it
  /// @param typed so far; empty when the select was only opened
  record Options(User user, Language language, ZoneId zone, String actionId, String typed)
      implements Request {}

  /// Somebody looks at their App Home.
  ///
  /// @param lacking the scopes that the bot has a use for and is not granted, by Slack's names
  record HomeOpened(User user, Language language, List<String> lacking) implements Request {}

  /// The bot itself has come into a channel. Slack may tell it twice, with the same `eventTs`.
  ///
  /// @param user who invited it; null where Slack doesn't say
  record Invited(User user, String teamId, String channelId, String eventTs) implements Request {
    public Channel channel() {
      return new Channel(teamId, channelId);
    }
  }

  /// The bot was put out of a channel, or the channel was archived.
  ///
  /// @param user who did it; null where Slack doesn't say
  record Left(User user, String teamId, String channelId, boolean isArchived) implements Request {
    public Channel channel() {
      return new Channel(teamId, channelId);
    }
  }

  /// A channel has another id from now on: it was made private, or shared with others.
  ///
  /// @param user null, for Slack doesn't say who did it
  record ChannelIdChanged(User user, String teamId, String oldChannelId, String newChannelId)
      implements Request {
    public ChannelIdChanged {
      MalformedException.need("old_channel_id", oldChannelId);
      MalformedException.need("new_channel_id", newChannelId);
    }
  }

  /// A channel that was archived is in use again; whether the bot is still in it, Slack doesn't
  /// say.
  ///
  /// @param user who did it; null where Slack doesn't say
  record Unarchived(User user, String teamId, String channelId) implements Request {
    public Channel channel() {
      return new Channel(teamId, channelId);
    }
  }
}
