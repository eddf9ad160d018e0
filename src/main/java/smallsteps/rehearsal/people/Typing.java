package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// What Slack's client makes of what a person types: mentions become ids, & < > are escaped, and
/// the same words stand in a rich_text block.
final class Typing {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<@(?<user>[UW][A-Z0-9]+)(\\|[^>]*)?>|<#(?<channel>[CG][A-Z0-9]+)(\\|[^>]*)?>"
              + "|@(?<name>\\p{L}+( \\p{L}+)?)|<!(?<range>here|channel|everyone)>"
              + "|(?<link>https?://[^\\s<>]+)|:(?<emoji>[a-z0-9_+'-]+):");

  private final State state;

  Typing(State state) {
    this.state = state;
  }

  /// Text and blocks of a message, as they reach the bot.
  JsonObject message(String asTyped) {
    String typed = Emoji.named(asTyped);
    StringBuilder text = new StringBuilder();
    List<JsonObject> elements = new ArrayList<>();
    Matcher token = TOKEN.matcher(typed);
    int at = 0;
    while (token.find(at)) {
      plain(typed.substring(at, token.start()), text, elements);
      at = token(token, text, elements);
    }
    plain(typed.substring(at), text, elements);
    JsonObject section = Wire.object("type", "rich_text_section", "elements", elements);
    JsonObject block =
        new Fields()
            .put("type", "rich_text")
            .put("block_id", state.ids.blockId())
            .put("elements", List.of(section))
            .json();
    return Wire.object("text", text.toString(), "blocks", typed.isEmpty() ? null : List.of(block));
  }

  /// A command's text with mentions named, as for one declared with should_escape.
  String command(String typed) {
    String text = Wire.text(message(typed), "text");
    Matcher mention = Pattern.compile("<([@#])([A-Z0-9]+)>").matcher(text);
    return mention.replaceAll(found -> {
      String id = found.group(2);
      String name =
          found.group(1).equals("@")
              ? state.person(id).userName()
              : state.conversations.get(id).channel.name();
      return Matcher.quoteReplacement("<" + found.group(1) + id + "|" + name + ">");
    });
  }

  private static void plain(String words, StringBuilder text, List<JsonObject> elements) {
    if (!words.isEmpty()) {
      text.append(escaped(words));
      elements.add(Wire.object("type", "text", "text", words));
    }
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Returns where to read on.
  private int token(Matcher token, StringBuilder text, List<JsonObject> elements) {
    if (token.group("name") != null) {
      return named(token, text, elements);
    }
    String user = token.group("user");
    String channel = token.group("channel");
    if (user != null && state.people.containsKey(user)) {
      text.append("<@").append(user).append('>');
      elements.add(Wire.object("type", "user", "user_id", user));
    } else if (channel != null && state.conversations.containsKey(channel)) {
      text.append("<#").append(channel).append('>');
      elements.add(Wire.object("type", "channel", "channel_id", channel));
    } else if (token.group("range") != null) {
      text.append(token.group());
      elements.add(Wire.object("type", "broadcast", "range", token.group("range")));
    } else if (token.group("link") != null) {
      text.append('<').append(escaped(token.group())).append('>');
      elements.add(Wire.object("type", "link", "url", token.group()));
    } else if (token.group("emoji") != null) {
      text.append(token.group());
      elements.add(Wire.object("type", "emoji", "name", token.group("emoji")));
    } else {
      plain(token.group(), text, elements);
    }
    return token.end();
  }

  /// "@Ben Ek" is a mention when there is such a person; "@ben" is, too.
  private int named(Matcher token, StringBuilder text, List<JsonObject> elements) {
    String typed = token.group("name");
    for (Map.Entry<String, Account> each : state.people.entrySet()) {
      for (String name : List.of(each.getValue().name(), each.getValue().userName())) {
        if (typed.equalsIgnoreCase(name)
            || typed.toLowerCase().startsWith(name.toLowerCase() + " ")) {
          text.append("<@").append(each.getKey()).append('>');
          elements.add(Wire.object("type", "user", "user_id", each.getKey()));
          return token.start() + 1 + name.length();
        }
      }
    }
    plain(token.group(), text, elements);
    return token.end();
  }
}
