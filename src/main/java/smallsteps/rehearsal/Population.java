package smallsteps.rehearsal;

import java.util.List;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Team;

/// Who and what is there from the start: made-up people, four channels.
final class Population {
  static final String ALVA = "U0ALVALIND1";
  static final String BEN = "U0BENEK0001";
  static final String CLEO = "U0CLEOMARS1";
  static final String DANA = "U0DANAFOX01";
  static final String SHARED = "C0GEMENSAM1";
  private static final String STOCKHOLM = "Europe/Stockholm";

  private Population() {}

  static void settle(State state) {
    person(state, new Account(ALVA, "alva", "Alva Lind", "sv-SE", STOCKHOLM, false));
    person(state, new Account(BEN, "ben", "Ben Ek", "sv-SE", STOCKHOLM, false));
    person(state, new Account(CLEO, "cleo", "Cleo Marsh", "en-GB", "Europe/London", false));
    person(
        state, new Account(InstalledApp.BOT_USER, "smasteg", "Små steg", "en-US", "Etc/UTC", true));
    List<String> everybody = List.of(ALVA, BEN, CLEO, InstalledApp.BOT_USER);
    channel(state, new Conversation("C0ALLMANT01", "allmänt", false), everybody);
    channel(state, new Conversation("C0SMASTEG01", "små-steg", false), everybody);
    channel(
        state,
        new Conversation("C0VERKSTAN1", "verkstan", true),
        List.of(ALVA, BEN, InstalledApp.BOT_USER));
    channel(state, new Conversation("C0UTANFOR01", "utanför", false), List.of(ALVA, BEN, CLEO));
  }

  /// A channel shared with another organisation, and somebody from there.
  static Account guest(State state) {
    Account known = state.people.get(DANA);
    if (known != null) {
      return known;
    }
    Account dana =
        new Account(DANA, "dana", "Dana Fox", "en-US", "America/New_York", false, Team.PARTNER);
    person(state, dana);
    List<String> members = List.of(ALVA, BEN, CLEO, DANA, InstalledApp.BOT_USER);
    channel(state, new Conversation(SHARED, "gemensamt", false), members);
    state.conversations.get(SHARED).share();
    state.touch();
    return dana;
  }

  private static void person(State state, Account account) {
    state.people.put(account.id(), account);
  }

  static void channel(State state, Conversation channel, List<String> members) {
    ConversationState conversation = new ConversationState(channel, false, state.clock.instant());
    conversation.members.addAll(members);
    state.conversations.put(channel.id(), conversation);
  }
}
