package smallsteps.rehearsal.scenes;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.people.Deeds;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Plays a script: each thing in its time, and the next once the bot is done with it.
public final class Player {
  private final State state;
  private final Deeds deeds;
  private final Travel travel;
  private final Faulty faults;
  private final Cast cast;
  private final Map<String, Message> kept = new HashMap<>();

  /// Has something go wrong.
  public interface Faulty {
    void happen(String name, String userId, String channelId);
  }

  /// @param travel null where nobody here moves the clock, and nothing is played
  public Player(State state, Deeds deeds, Travel travel, Faulty faults) {
    this.state = state;
    this.deeds = deeds;
    this.travel = travel;
    this.faults = faults;
    cast = new Cast(state, deeds);
  }

  /// Who is there and where the page opens, before the bot is told of anything.
  public void prepare(Script script) {
    cast.enter(script);
    Map<String, JsonObject> opens = new TreeMap<>();
    script.opens().forEach((language, where) -> opens.put(language, opening(language, where)));
    state.opens(opens);
  }

  private JsonObject opening(String language, JsonObject where) {
    try {
      return Wire.object(
          "as", cast.account(Wire.text(where, "who")).id(),
          "at", cast.channel(Wire.text(where, "in")).id());
    } catch (IllegalArgumentException nowhere) {
      throw new ScriptFault("/opens/" + language, nowhere.getMessage());
    }
  }

  /// @param speed how many times as fast as real time; zero for as fast as can be
  /// @param isOver whether to stop before the end
  /// @throws ScriptFault what could not be done, and where it stands
  public void play(Script script, int speed, BooleanSupplier isOver) {
    for (Cue cue : script.cues()) {
      if (isOver.getAsBoolean()) {
        return;
      }
      pass(cue.at(), speed);
      try {
        Message message = done(cue);
        state.bot().settle();
        if (cue.has("as")) {
          kept.put(cue.text("as"), message);
        }
      } catch (IllegalArgumentException | Refusal wrong) {
        throw new ScriptFault(cue.place(), wrong.getMessage());
      }
    }
  }

  private void pass(Instant then, int speed) {
    Duration way = Duration.between(travel.now(), then);
    if (way.isPositive()) {
      travel.to(then, speed == 0 ? Duration.ZERO : way.dividedBy(speed));
    }
  }

  /// Returns what was said, or null.
  private Message done(Cue cue) {
    return switch (cue.action()) {
      case SAY -> {
        Conversation channel = cast.channel(cue.text("in"));
        yield message(channel, who(cue).say(channel, cue.text("text")));
      }
      case REPLY -> replied(cue, to(cue));
      case COMMAND -> {
        Conversation channel = cast.channel(cue.text("in"));
        yield said(who(cue).command(channel, cue.text("text")), cue);
      }
      case PRESS -> said(who(cue).press(to(cue), cue.text("action"), cue.text("value")), cue);
      case CHOOSE -> said(who(cue).select(to(cue), cue.text("action"), cue.text("value")), cue);
      case SUBMIT -> said(who(cue).submit(modal(cue), values(cue)), cue);
      case FIND -> found(cue);
      default -> {
        change(cue);
        yield null;
      }
    };
  }

  private void change(Cue cue) {
    switch (cue.action()) {
      case EDIT -> who(cue).edit(to(cue).channel(), to(cue).ts(), cue.text("text"));
      case DELETE -> who(cue).delete(to(cue).channel(), to(cue).ts());
      case REACT -> who(cue).react(to(cue).channel(), to(cue).ts(), cue.text("emoji"));
      case UNREACT -> who(cue).unreact(to(cue).channel(), to(cue).ts(), cue.text("emoji"));
      case SHORTCUT -> shortcut(cue);
      case CLOSE -> who(cue).close(modal(cue));
      case HOME -> who(cue).openHome();
      case INVITE -> who(cue).invite(channel(cue), cast.account(cue.text("whom")).id());
      case REMOVE -> who(cue).remove(channel(cue), cast.account(cue.text("whom")).id());
      case ARCHIVE -> who(cue).archive(channel(cue));
      case UNARCHIVE -> who(cue).unarchive(channel(cue));
      case FAULT -> fault(cue);
      default -> state.touch(); // time has passed, and that was all
    }
  }

  private Message replied(Cue cue, Message to) {
    String text = cue.text("text");
    Conversation channel = to.channel();
    boolean isForAll = Wire.flag(cue.json(), "broadcast");
    return message(
        channel,
        isForAll
            ? who(cue).replyAlsoToChannel(channel, to.ts(), text)
            : who(cue).reply(channel, to.ts(), text));
  }

  private void fault(Cue cue) {
    String userId = cue.has("who") ? who(cue).id() : "";
    faults.happen(cue.text("name"), userId, cue.has("in") ? channel(cue).id() : "");
  }

  private void shortcut(Cue cue) {
    if (cue.has("to")) {
      who(cue).messageShortcut(cue.text("name"), to(cue).channel(), to(cue).ts());
    } else {
      who(cue).globalShortcut(cue.text("name"));
    }
  }

  /// An answer is waited for only where it is kept.
  private static Message said(Answered answer, Cue cue) {
    if (!answer.acked()) {
      throw new IllegalArgumentException("the bot did not answer: " + answer.error());
    }
    return cue.has("as") ? answer.message() : null;
  }

  private Message found(Cue cue) {
    String words = cue.text("words");
    return seen(cue).reversed().stream()
        .filter(each -> each.text().contains(words) || each.shown().contains(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody sees \"" + words + "\""));
  }

  /// In a channel what all see, or one of them alone; without a channel what the bot wrote to them.
  private List<Message> seen(Cue cue) {
    String userId = cue.has("who") ? who(cue).id() : "";
    return state.locked(() ->
        state.conversations.values().stream()
            .filter(each -> cue.has("in") ? each.channel.name().equals(cue.text("in")) : each.isIm)
            .filter(each -> cue.has("in") || each.members.contains(userId))
            .flatMap(
                each -> each.seenBy(userId).stream().map(one -> new Message(each.channel, one)))
            .toList());
  }

  private Message message(Conversation channel, String ts) {
    return state.locked(
        () -> new Message(channel, state.conversations.get(channel.id()).existing(ts)));
  }

  private Person who(Cue cue) {
    return cast.person(cue.text("who"));
  }

  private Conversation channel(Cue cue) {
    return cast.channel(cue.text("in"));
  }

  private Message to(Cue cue) {
    return kept.get(cue.text("to"));
  }

  private View modal(Cue cue) {
    return state.await(
        "a modal",
        () ->
            state.locked(() ->
                state.views.stack(who(cue).id()).reversed().stream()
                    .findFirst()
                    .map(each -> each.view())));
  }

  private static Map<String, String> values(Cue cue) {
    Map<String, String> values = new TreeMap<>();
    Wire.child(cue.json(), "values")
        .forEach((id, value) -> {
          if (value instanceof JsonString text) {
            values.put(id, text.getString());
          }
        });
    return values;
  }
}
