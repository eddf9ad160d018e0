package smallsteps.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.Said;
import smallsteps.config.Words;
import smallsteps.reactions.Reactions;
import smallsteps.spread.Reach;
import smallsteps.spread.Spread;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Reads a channel's week from the rooms that keep it.
///
/// @param words know a "me too" without words of one's own
record WeekReader(Wins wins, Reactions reactions, Spread spread, Words words) {
  private static final int WEEKS_SHOWN = 8;

  Week read(Place place, Instant since, Instant until) {
    List<Win> said = wins.of(place.channel(), since, until);
    Set<String> people =
        said.stream().map(Win::userId).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Week(
        since,
        until,
        place.zone(),
        entries(said),
        tally(said, week(lastDay(until, place.zone()))),
        people.size(),
        wins.newcomers(place.channel(), people, since).size(),
        history(place, until));
  }

  /// Whether nothing was said from then on.
  boolean isEmpty(Channel channel, Instant since, Instant until) {
    return !wins.isAny(channel, since, until);
  }

  /// A channel, and whose dates it goes by.
  record Place(Channel channel, ZoneId zone) {}

  /// Small things that came of one idea are one entry, where the first of them stands.
  private List<Entry> entries(List<Win> said) {
    var byIdea = new LinkedHashMap<Object, List<Win>>();
    for (Win win : said) {
      Object idea = win.ts() == null ? win : spread.ideaOf(message(win));
      byIdea.computeIfAbsent(idea, _ -> new ArrayList<>()).add(win);
    }
    var entries = new ArrayList<Entry>();
    byIdea.forEach((idea, group) -> entries.add(entry(idea, group)));
    return entries;
  }

  private Entry entry(Object idea, List<Win> group) {
    Win told = idea instanceof MessageId first ? beginning(first, group) : group.getFirst();
    List<Said> also =
        group.stream()
            .filter(win -> !win.equals(told))
            .map(Win::text)
            .filter(text -> !isBare(text))
            .toList();
    Optional<MessageId> message = Optional.ofNullable(told.ts()).map(_ -> message(told));
    return new Entry(
        told.text(),
        told.kind(),
        told.principle(),
        told.ts(),
        message.map(id -> counted(reactions.of(id), told.userId())).orElse(Map.of()),
        message.map(its -> reach(idea, its)).filter(Reach::isSpread).orElse(null),
        also);
  }

  private Reach reach(Object idea, MessageId told) {
    return spread.ofIdea(idea instanceof MessageId first ? first : told);
  }

  /// The idea itself where it was said here, be it earlier; else the first here that followed. The
  /// words of another channel stay there.
  private Win beginning(MessageId idea, List<Win> group) {
    Win first = group.getFirst();
    Optional<Win> said =
        idea.channelId().equals(first.channelId()) ? wins.at(idea) : Optional.empty();
    return said.orElse(first);
  }

  private boolean isBare(Said text) {
    return words.languages().stream()
        .anyMatch(language -> words.in(language).plain("wins.too").equals(text.kept()));
  }

  private static MessageId message(Win win) {
    return new MessageId(win.teamId(), win.channelId(), win.ts());
  }

  /// How many people, skin tones taken together.
  private static Map<String, Integer> counted(Map<String, List<String>> given, String author) {
    var people = new LinkedHashMap<String, Set<String>>();
    given.forEach((emoji, users) -> {
      String plain = emoji.replaceFirst("::.*", "");
      people.computeIfAbsent(plain, _ -> new LinkedHashSet<>()).addAll(users);
    });
    var counts = new LinkedHashMap<String, Integer>();
    people.forEach((emoji, users) -> {
      var others = new HashSet<>(users);
      others.remove(author);
      if (!others.isEmpty()) {
        counts.put(emoji, others.size());
      }
    });
    return counts;
  }

  /// From the first of the weeks shown in which something was said.
  private List<Week.Tally> history(Place place, Instant until) {
    LocalDate monday =
        lastDay(until, place.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.rangeClosed(1, WEEKS_SHOWN)
        .mapToObj(nth -> tally(place, monday.minusWeeks(WEEKS_SHOWN - nth), until))
        .dropWhile(week -> week.did() + week.learned() == 0)
        .toList();
  }

  /// Of the week that begins on that day.
  private Week.Tally tally(Place place, LocalDate monday, Instant until) {
    Instant from = monday.atStartOfDay(place.zone()).toInstant();
    Instant next = monday.plusWeeks(1).atStartOfDay(place.zone()).toInstant();
    Wins.Tally said = wins.tally(place.channel(), from, next.isBefore(until) ? next : until);
    return new Week.Tally(week(monday), said.said() - said.learned(), said.learned());
  }

  private static LocalDate lastDay(Instant until, ZoneId zone) {
    return until.minusSeconds(1).atZone(zone).toLocalDate();
  }

  private static Week.Tally tally(List<Win> wins, int week) {
    int learned = (int) wins.stream().filter(win -> win.kind().equals(Win.LEARNED)).count();
    return new Week.Tally(week, wins.size() - learned, learned);
  }

  private static int week(LocalDate day) {
    return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
