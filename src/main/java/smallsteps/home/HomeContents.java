package smallsteps.home;

import java.time.ZoneId;
import java.util.List;
import smallsteps.config.Words;
import smallsteps.plans.Plans;
import smallsteps.principles.Principle;
import smallsteps.wins.OwnWin;

/// All that one person's App Home says, read at one time.
///
/// @param principle the week's
/// @param principles all seven
/// @param lacking the scopes that are not granted
record HomeContents(
    Words.Sentences say,
    ZoneId zone,
    Principle principle,
    OwnWins wins,
    Weeks.Told weeks,
    OwnNudges nudges,
    List<Principle> principles,
    List<String> lacking) {

  /// @param difference what was told of the difference it made; null for nothing
  /// @param isTimeToTell of the difference; before that, one may wish to be asked
  record Shown(OwnWin own, String difference, boolean isTimeToTell) {}

  /// @param total how many there are on all pages
  /// @param page the first is 0
  /// @param last the last page
  record OwnWins(List<Shown> shown, int total, int page, int last) {}

  /// @param more how many channels there are besides
  record OwnNudges(List<Plans.Next> shown, int more) {}
}
