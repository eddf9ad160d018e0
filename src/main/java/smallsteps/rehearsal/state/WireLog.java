package smallsteps.rehearsal.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What went over the wire, either way, and what was made to go wrong meanwhile: the latest of it.
public final class WireLog {
  private static final int KEPT = 500;

  /// @param kind to_bot, to_slack, or mishap for what a person had go wrong
  /// @param sent JSON, as text
  /// @param status 0 where no answer came
  /// @param curl what sends the same again, in a shell
  public record Exchange(
      long id,
      Instant at,
      String kind,
      String name,
      String sent,
      int status,
      String answer,
      String curl) {}

  private final InstantSource clock;
  private final List<Exchange> exchanges = new ArrayList<>();
  private long counted;

  WireLog(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void toBot(String name, String sent, int status, String answer, String curl) {
    add("to_bot", name, sent, status, answer, curl);
  }

  public synchronized void toSlack(
      String name, String sent, int status, String answer, String curl) {
    add("to_slack", name, sent, status, answer, curl);
  }

  public synchronized void mishap(String name) {
    add("mishap", name, "", 0, "", "");
  }

  private void add(String kind, String name, String sent, int status, String answer, String curl) {
    exchanges.add(new Exchange(++counted, clock.instant(), kind, name, sent, status, answer, curl));
    if (exchanges.size() > KEPT) {
      exchanges.removeFirst();
    }
  }

  public synchronized List<Exchange> since(long id) {
    return exchanges.stream().filter(each -> each.id() > id).toList();
  }

  /// What a shell takes as one word, whatever stands in it.
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
