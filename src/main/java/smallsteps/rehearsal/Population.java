package smallsteps.rehearsal;

import java.util.List;
import smallsteps.rehearsal.state.Channel;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.Profile;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Team;

/** Who and what is there from the start: made-up people, four channels. */
final class Population {
  static final String ALVA = "U0ALVALIND1";
  static final String BEN = "U0BENEK0001";
  static final String CLEO = "U0CLEOMARS1";
  static final String DANA = "U0DANAFOX01";
  static final String SHARED = "C0GEMENSAM1";
  private static final String STOCKHOLM = "Europe/Stockholm";

  private Population() {}

  static void settle(State state) {
    person(state, new Profile(ALVA, "alva", "Alva Lind", "sv-SE", STOCKHOLM, false));
    person(state, new Profile(BEN, "ben", "Ben Ek", "sv-SE", STOCKHOLM, false));
    person(state, new Profile(CLEO, "cleo", "Cleo Marsh", "en-GB", "Europe/London", false));
    person(
        state, new Profile(InstalledApp.BOT_USER, "smasteg", "Små steg", "en-US", "Etc/UTC", true));
    List<String> everybody = List.of(ALVA, BEN, CLEO, InstalledApp.BOT_USER);
    channel(state, new Channel("C0ALLMANT01", "allmänt", false), everybody);
    channel(state, new Channel("C0SMASTEG01", "små-steg", false), everybody);
    channel(
        state,
        new Channel("C0VERKSTAN1", "verkstan", true),
        List.of(ALVA, BEN, InstalledApp.BOT_USER));
    channel(state, new Channel("C0UTANFOR01", "utanför", false), List.of(ALVA, BEN, CLEO));
  }

  /** A channel shared with another organisation, and somebody from there. */
  static Profile guest(State state) {
    Profile known = state.people.get(DANA);
    if (known != null) {
      return known;
    }
    Profile dana =
        new Profile(DANA, "dana", "Dana Fox", "en-US", "America/New_York", false, Team.PARTNER);
    person(state, dana);
    List<String> members = List.of(ALVA, BEN, CLEO, DANA, InstalledApp.BOT_USER);
    channel(state, new Channel(SHARED, "gemensamt", false), members);
    state.conversations.get(SHARED).isShared = true;
    state.touch();
    return dana;
  }

  private static void person(State state, Profile profile) {
    state.people.put(profile.id(), profile);
  }

  static void channel(State state, Channel channel, List<String> members) {
    Conversation conversation = new Conversation(channel, false, state.clock.instant());
    conversation.members.addAll(members);
    state.conversations.put(channel.id(), conversation);
  }
}
