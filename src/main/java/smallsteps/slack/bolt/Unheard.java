package smallsteps.slack.bolt;

import java.util.List;
import java.util.stream.Collectors;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MalformedException;
import smallsteps.Quote;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// Answers who asks for what no room listens for: the app in Slack may have commands and shortcuts
/// of another version of the bot.
public final class Unheard {
  private final Words words;
  private final String known;

  public Unheard(Words words, List<Listener> listeners) {
    this.words = words;
    known =
        listeners.stream()
            .filter(Listener.Command.class::isInstance)
            .map(listener -> "`" + ((Listener.Command) listener).name() + "`")
            .collect(Collectors.joining(", "));
  }

  /// @param name as it was typed
  Reply command(String name, Request.Command asked) {
    return Reply.onlyYou(
        Content.of(
            words
                .in(asked.language())
                .say(
                    "app.unknown_command",
                    "command",
                    Quote.of(MalformedException.need("command", name)),
                    "known",
                    known)));
  }

  Reply shortcut(Language language) {
    return Reply.onlyYou(
        Content.of(words.in(language).say("app.unknown_shortcut", "known", known)));
  }
}
