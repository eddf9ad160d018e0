package smallsteps.digest;

import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import smallsteps.Mrkdwn;
import smallsteps.Shortened;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.wins.Win;

/// The digest in words, piece by piece, as mrkdwn. It takes a minute to read, however long the week
/// was: what does not fit is counted, and done and learned get equal room.
///
/// @param titles a principle's title, by its number
record DigestText(Words.Sentences say, IntFunction<String> titles) {
  /// In characters, for what was done and what was learned together. With the rest around it, it
  /// stays within the 4,000 that Slack advises for a message's text.
  private static final int ROOM = 2600;

  private static final int LINE = 180;
  private static final int REACTIONS = 5;
  private static final int ALSO = 3;
  private static final int NONE = Integer.MAX_VALUE;

  String intro(Week week) {
    ZonedDateTime since = week.since().atZone(week.zone());
    ZonedDateTime until = week.until().atZone(week.zone());
    boolean isInOneMonth = YearMonth.from(since).equals(YearMonth.from(until));
    String intro =
        say.say(
            "digest.intro",
            "from",
            say.date(isInOneMonth ? DateShape.FIRST_IN_MONTH : DateShape.DAY, since),
            "to",
            say.date(DateShape.DAY, until),
            "counts",
            new Mrkdwn(counts(week.said())));
    return intro + (week.mayCountPeople() ? " " + people(week) : "");
  }

  private String counts(Week.Tally tally) {
    return say.say(
        "digest.counts",
        "did",
        new Mrkdwn(say.say("digest.count.did", "n", tally.did())),
        "learned",
        new Mrkdwn(say.say("digest.count.learned", "n", tally.learned())));
  }

  private String people(Week week) {
    String people = say.say("digest.people", "n", week.people());
    return week.newcomers() == 0
        ? people
        : people + " " + say.say("digest.newcomers", "n", week.newcomers());
  }

  String done(Week week) {
    return part(Win.DID, week.of(Win.DID), room(week, Win.LEARNED));
  }

  String learned(Week week) {
    return part(Win.LEARNED, week.of(Win.LEARNED), room(week, Win.DID));
  }

  /// Half of it, and what the other half leaves.
  private int room(Week week, String other) {
    int others = week.of(other).stream().mapToInt(entry -> lines(entry).length()).sum();
    return Math.max(ROOM / 2, ROOM - others);
  }

  private String part(String kind, List<Entry> entries, int room) {
    String heading = say.say("digest.heading." + kind);
    if (entries.isEmpty()) {
      return heading + "\n" + say.say("digest.none." + kind);
    }
    List<Entry> shown = fitting(entries, room);
    var lines = new ArrayList<String>();
    lines.add(heading);
    Map<Integer, List<Entry>> byPrinciple = byPrinciple(shown);
    byPrinciple.forEach((principle, those) -> {
      if (!byPrinciple.keySet().equals(Set.of(NONE))) {
        lines.add(principle(principle));
      }
      those.forEach(entry -> lines.add(lines(entry)));
    });
    int more = entries.size() - shown.size();
    if (more > 0) {
      lines.add(say.say("digest.more", "n", more));
    }
    return String.join("\n", lines);
  }

  /// The first ones said, at least one.
  private List<Entry> fitting(List<Entry> entries, int room) {
    int left = room;
    int fit = 0;
    while (fit < entries.size() && (fit == 0 || left >= lines(entries.get(fit)).length())) {
      left -= lines(entries.get(fit)).length();
      fit++;
    }
    return entries.subList(0, fit);
  }

  /// Those without a principle come last.
  private static Map<Integer, List<Entry>> byPrinciple(List<Entry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.principle() == null ? NONE : entry.principle(),
                TreeMap::new,
                Collectors.toList()));
  }

  private String principle(int number) {
    return number == NONE
        ? say.say("digest.no_principle")
        : say.say("digest.principle", "number", number, "title", titles.apply(number));
  }

  private String lines(Entry entry) {
    var lines = new ArrayList<String>();
    String reactions =
        entry.reactions().entrySet().stream()
            .limit(REACTIONS)
            .map(reaction -> "  :" + reaction.getKey() + ": " + reaction.getValue())
            .collect(Collectors.joining());
    lines.add(
        say.say("digest.line", "text", Shortened.inLine(say.names(entry.text()), LINE))
            + reactions);
    entry.also().stream()
        .limit(ALSO)
        .forEach(also ->
            lines.add(say.say("digest.also", "text", Shortened.inLine(say.names(also), LINE / 2))));
    if (entry.reach() != null) {
      lines.add("      " + entry.reach().said(say));
    }
    return String.join("\n", lines);
  }

  /// What the chart shows, label by label.
  String numbers(Week week) {
    return say.say(
        "digest.numbers",
        "did",
        series(week, Week.Tally::did),
        "learned",
        series(week, Week.Tally::learned));
  }

  private String series(Week week, ToIntFunction<Week.Tally> value) {
    return week.history().stream()
        .map(tally ->
            say.plain("digest.chart.week", "week", tally.number()) + ": " + value.applyAsInt(tally))
        .collect(Collectors.joining(", "));
  }
}
