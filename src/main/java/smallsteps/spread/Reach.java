package smallsteps.spread;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// How far an idea travelled, in numbers alone.
///
/// @param borders how many different ones the people named, by kind of tag; those with two or more
public record Reach(int people, int channels, Map<String, Integer> borders) {

  /// More than the one who began.
  public boolean isSpread() {
    return people > 1;
  }

  /// As a sentence of mrkdwn.
  public String said(Words.Sentences say) {
    Object[] numbers = {
      "people", say.say("spread.people", "n", people),
      "channels", say.say("spread.channels", "n", channels),
      "borders", new Mrkdwn(crossed(say))
    };
    return say.say(borders.isEmpty() ? "spread.reached" : "spread.reached_across", numbers);
  }

  private String crossed(Words.Sentences say) {
    List<String> parts =
        borders.entrySet().stream()
            .map(border -> say.say("spread.border." + border.getKey(), "n", border.getValue()))
            .collect(Collectors.toList());
    return String.join(", ", parts);
  }
}
