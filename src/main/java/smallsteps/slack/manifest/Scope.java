package smallsteps.slack.manifest;

import java.util.EnumSet;
import java.util.Set;

/// A permission that the app asks a workspace for, and what people get by it.
public enum Scope {
  COMMANDS("commands", "the slash commands and shortcuts"),
  CHAT_WRITE("chat:write", "every message the bot posts"),
  CHANNELS_HISTORY("channels:history", "hearing \"I did a small thing\" in public channels"),
  GROUPS_HISTORY("groups:history", "hearing \"I did a small thing\" in private channels"),
  REACTIONS_READ("reactions:read", "keeping the reactions on wins and nudges"),
  REACTIONS_WRITE("reactions:write", "confirming a win with a seedling"),
  CHANNELS_READ(
      "channels:read",
      "telling whether the bot is in a public channel, going along when it gets another id, and naming it"),
  GROUPS_READ(
      "groups:read",
      "telling whether the bot is in a private channel, and going along when it gets another id"),
  USERS_READ("users:read", "each person in the language of their Slack, and by name", true);

  /// Without these there is no bot.
  public static final Set<Scope> LEAST = EnumSet.of(COMMANDS, CHAT_WRITE);

  /// What is told of channels takes both of these.
  static final Set<Scope> CHANNELS = Set.of(CHANNELS_READ, GROUPS_READ);

  private final String id;
  private final String gives;
  private final boolean isOptional;

  Scope(String id, String gives) {
    this(id, gives, false);
  }

  Scope(String id, String gives, boolean isOptional) {
    this.id = id;
    this.gives = gives;
    this.isOptional = isOptional;
  }

  /// As Slack writes it: `chat:write`.
  public String id() {
    return id;
  }

  /// What does not work without it.
  public String gives() {
    return gives;
  }

  /// Whether the bot does its work without it, if less well.
  public boolean isOptional() {
    return isOptional;
  }
}
