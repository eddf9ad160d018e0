package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what is said of one setting: `holidays skip`, `language en`, `digest friday 15:00`, `only
/// me`.
final class SettingGrammar {
  private SettingGrammar() {}

  /// Empty when no setting is named.
  static Optional<NudgeQuery> read(List<Typed> words) {
    String first = words.getFirst().plain();
    if (Vocabulary.SETTINGS.containsKey(first)) {
      List<Typed> rest = words.subList(1, words.size());
      return Optional.of(
          switch (Vocabulary.SETTINGS.get(first)) {
            case LANGUAGE -> language(rest);
            case DIGEST -> digest(rest);
            case ONLY -> only(rest);
            case ANYONE -> anyone(rest);
          });
    }
    return isOfSkips(first) ? Optional.of(skips(words)) : Optional.empty();
  }

  private static boolean isOfSkips(String plain) {
    return Vocabulary.SKIPS.containsKey(plain) || Vocabulary.IS_SKIPPED.containsKey(plain);
  }

  private static NudgeQuery language(List<Typed> words) {
    List<Typed> named = words.stream().filter(SettingGrammar::saysSomething).toList();
    return named.isEmpty()
        ? new NudgeQuery.WhichWay("language")
        : new NudgeQuery.Speak(named.stream().map(Typed::raw).collect(Collectors.joining(" ")));
  }

  private static NudgeQuery only(List<Typed> words) {
    if (words.isEmpty()) {
      return new NudgeQuery.WhichWay("only");
    }
    boolean isMe = Vocabulary.ME.contains(words.getFirst().plain());
    if (isMe && words.size() == 1) {
      return new NudgeQuery.Restrict(true);
    }
    return unknown(words.get(isMe ? 1 : 0));
  }

  private static NudgeQuery anyone(List<Typed> words) {
    return words.stream()
        .filter(word -> !Vocabulary.ANYONE_FILLERS.contains(word.plain()))
        .findFirst()
        .map(SettingGrammar::unknown)
        .orElse(new NudgeQuery.Restrict(false));
  }

  /// `holidays skip`, `skip red days and summer`, `hoppa över klämdagar`.
  private static NudgeQuery skips(List<Typed> words) {
    Set<Skip> days = EnumSet.noneOf(Skip.class);
    Boolean isSkipped = null;
    for (Typed word : words) {
      String plain = word.plain();
      if (Vocabulary.SKIPS.containsKey(plain)) {
        days.addAll(Vocabulary.SKIPS.get(plain));
      } else if (Vocabulary.IS_SKIPPED.containsKey(plain)) {
        isSkipped = Vocabulary.IS_SKIPPED.get(plain);
      } else if (!Vocabulary.SKIP_FILLERS.contains(plain)) {
        return unknown(word);
      }
    }
    return days.isEmpty() || isSkipped == null
        ? new NudgeQuery.WhichWay("skip")
        : new NudgeQuery.Skips(days, isSkipped);
  }

  private static NudgeQuery digest(List<Typed> words) {
    DayOfWeek weekday = null;
    LocalTime time = null;
    if (words.isEmpty()) {
      return new NudgeQuery.WhichWay("digest");
    } else if (words.size() == 1 && isOff(words.getFirst())) {
      return new NudgeQuery.DigestOff();
    }
    for (int i = 0; i < words.size(); i++) {
      Typed word = words.get(i);
      if (weekday == null && Vocabulary.WEEKDAYS.containsKey(word.plain())) {
        weekday = Vocabulary.WEEKDAYS.get(word.plain());
      } else if (time == null && TypedTime.looksLikeOne(word)) {
        boolean hasHalf = i + 1 < words.size() && TypedTime.isHalfOfDay(words.get(i + 1));
        Optional<LocalTime> read = TypedTime.read(word, hasHalf ? words.get(++i) : null);
        if (read.isEmpty()) {
          return new NudgeQuery.NoSuchTime(word.raw());
        }
        time = read.get();
      } else if (saysSomething(word)) {
        return unknown(word);
      }
    }
    return new NudgeQuery.DigestOn(weekday, time);
  }

  private static boolean isOff(Typed word) {
    return Vocabulary.KEYWORDS.get(word.plain()) == Vocabulary.Keyword.OFF;
  }

  private static boolean saysSomething(Typed word) {
    return !Vocabulary.FILLERS.contains(word.plain());
  }

  private static NudgeQuery unknown(Typed word) {
    String near = Vocabulary.near(word.plain());
    boolean isKnownElsewhere = near != null && Typed.plain(near).equals(word.plain());
    return new NudgeQuery.Unknown(word.raw(), isKnownElsewhere ? null : near);
  }
}
