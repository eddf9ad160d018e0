package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.plans.Vocabulary.Keyword;
import smallsteps.weekly.Every;

/// Reads what was typed after `/nudge`, left to right.
final class NudgeGrammar {
  private final List<Typed> words;
  private final EveryGrammar often;
  private int at;
  private Every every;
  private DayOfWeek weekday;
  private LocalTime time;
  private ZoneId zone;
  private Language language;
  private NudgeQuery mistake;

  private NudgeGrammar(List<Typed> words) {
    this.words = words;
    often = new EveryGrammar(words);
  }

  static NudgeQuery read(String text) {
    List<Typed> words = Typed.words(text);
    if (words.isEmpty()) {
      return new NudgeQuery.Settings();
    }
    if (Vocabulary.KEYWORDS.get(words.getFirst().plain()) == Keyword.PAUSE) {
      return PauseGrammar.read(words.subList(1, words.size()));
    }
    Optional<NudgeQuery> setting = SettingGrammar.read(words);
    if (setting.isPresent()) {
      return setting.get();
    }
    var plan = new NudgeGrammar(words);
    if (plan.often.read(0).isPresent()) { // `andra tisdagen`, which is no `ändra`
      return plan.change();
    }
    var others = new ArrayList<>(words);
    Language language = takeLanguage(others);
    Keyword keyword = others.isEmpty() ? null : Vocabulary.KEYWORDS.get(others.getFirst().plain());
    if (keyword == null) {
      return plan.change();
    } else if (others.size() > 1) {
      return unknown(others.get(1));
    } else if (language != null && keyword != Keyword.NOW) {
      return unknown(words.getLast());
    }
    return switch (keyword) {
      case SETTINGS -> new NudgeQuery.Settings();
      case SHOW -> new NudgeQuery.Show();
      case NEXT -> new NudgeQuery.Next();
      case PAUSE -> new NudgeQuery.Pause(new PauseEnd.Open());
      case RESUME -> new NudgeQuery.Resume();
      case OFF -> new NudgeQuery.Off();
      case NOW -> new NudgeQuery.Now(language);
      case HELP -> new NudgeQuery.Help();
    };
  }

  private static Language takeLanguage(List<Typed> words) {
    Language found = null;
    for (Typed word : List.copyOf(words)) {
      Language language = Vocabulary.LANGUAGES.get(word.plain());
      if (language != null) {
        found = language;
        words.remove(word);
      }
    }
    return found;
  }

  private NudgeQuery change() {
    while (at < words.size() && mistake == null) {
      Typed word = words.get(at);
      often.read(at).ifPresentOrElse(found -> every(word, found), () -> one(words.get(at++)));
    }
    if (mistake == null && often.isOfMonth() && !(every instanceof Every.OfMonth)) {
      return new NudgeQuery.WhichWay("month");
    }
    return mistake != null ? mistake : new NudgeQuery.Change(every, weekday, time, zone, language);
  }

  private void every(Typed word, EveryGrammar.Found found) {
    once(word, every);
    every = found.every();
    at += found.words();
  }

  private void one(Typed word) {
    String plain = word.plain();
    if (Vocabulary.WEEKDAYS.containsKey(plain)) {
      once(word, weekday);
      weekday = Vocabulary.WEEKDAYS.get(plain);
    } else if (Vocabulary.LANGUAGES.containsKey(plain)) {
      language = Vocabulary.LANGUAGES.get(plain);
    } else if (Offsets.looksLikeOne(word)) {
      mistake =
          Offsets.find(word)
              .<NudgeQuery>map(offset -> new NudgeQuery.FixedOffset(word.raw(), offset))
              .orElseGet(() -> new NudgeQuery.NoSuchZone(word.raw(), List.of()));
    } else if (TypedTime.looksLikeOne(word)) {
      once(word, time);
      time(word);
    } else if (!isFiller(plain)) {
      zone(word);
    }
  }

  private static boolean isFiller(String plain) {
    return Vocabulary.FILLERS.contains(plain)
        || Vocabulary.WEEKS.contains(plain)
        || Vocabulary.MONTHS.contains(plain);
  }

  private void time(Typed word) {
    boolean hasHalf = at < words.size() && TypedTime.isHalfOfDay(words.get(at));
    Typed half = hasHalf ? words.get(at++) : null;
    time = TypedTime.read(word, half).orElse(null);
    if (time == null && mistake == null) {
      mistake =
          new NudgeQuery.NoSuchTime(half == null ? word.raw() : word.raw() + " " + half.raw());
    }
  }

  private void zone(Typed word) {
    Optional<ZoneId> found = Zones.find(word);
    if (found.isEmpty() && at < words.size()) {
      found = Zones.find(Typed.of(word.raw() + "_" + words.get(at).raw()));
      at += found.isPresent() ? 1 : 0;
    }
    if (found.isPresent()) {
      once(word, zone);
      zone = found.get();
    } else {
      mistake =
          word.raw().contains("/")
              ? new NudgeQuery.NoSuchZone(word.raw(), Zones.near(word))
              : unknown(word);
    }
  }

  private void once(Typed word, Object before) {
    if (before != null) {
      mistake = new NudgeQuery.Twice(word.raw());
    }
  }

  private static NudgeQuery unknown(Typed word) {
    return new NudgeQuery.Unknown(word.raw(), Vocabulary.near(word.plain()));
  }
}
