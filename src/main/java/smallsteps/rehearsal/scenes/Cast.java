package smallsteps.rehearsal.scenes;

import java.util.List;
import smallsteps.rehearsal.people.Deeds;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;

/// Who and what a scene is played with. Newcomers are in each channel that is open to all.
final class Cast {
  private final State state;
  private final Deeds deeds;

  Cast(State state, Deeds deeds) {
    this.state = state;
    this.deeds = deeds;
  }

  /// Before the bot is there: nobody is told.
  void enter(Script script) {
    state.locked(() -> {
      script.people().forEach(this::enter);
      script.channels().forEach(this::open);
      state.touch();
    });
  }

  private void enter(Script.Newcomer each) {
    String id = state.ids.next("U0");
    state.people.put(
        id, new Account(id, each.userName(), each.name(), each.locale(), each.zone(), false));
    state.conversations.values().stream()
        .filter(there -> !there.channel.isPrivate())
        .forEach(there -> there.members.add(id));
  }

  private void open(Script.Room room) {
    ConversationState there =
        state.conversations.values().stream()
            .filter(each -> each.channel.name().equals(room.name()))
            .findFirst()
            .orElseGet(() -> opened(room));
    if (!room.hasBot()) {
      there.members.remove(InstalledApp.BOT_USER);
    }
  }

  private ConversationState opened(Script.Room room) {
    Conversation channel = new Conversation(state.ids.next("C0"), room.name(), room.isPrivate());
    ConversationState opened = new ConversationState(channel, false, state.clock.instant());
    opened.members.addAll(List.copyOf(state.people.keySet()));
    state.conversations.put(channel.id(), opened);
    return opened;
  }

  Person person(String userName) {
    return new Person(account(userName), deeds);
  }

  /// A person by the name in mentions; `bot` for the bot.
  Account account(String userName) {
    return state.locked(() ->
        state.people.values().stream()
            .filter(each -> userName.equals(each.isBot() ? "bot" : each.userName()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no person " + userName)));
  }

  Conversation channel(String name) {
    return state.locked(() ->
        state.conversations.values().stream()
            .filter(each -> !each.isIm)
            .map(each -> each.channel)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no channel " + name)));
  }
}
