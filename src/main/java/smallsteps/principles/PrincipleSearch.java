package smallsteps.principles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import smallsteps.Language;

/// Finds principles by words of their titles and texts, in all languages at once. Titles go before
/// texts, exact letters before forgiven ones.
final class PrincipleSearch {
  private final List<Wording> folded = new ArrayList<>();
  private final List<Wording> exact = new ArrayList<>();
  private final Set<String> words = new HashSet<>();

  sealed interface Match {}

  /// @param isClear whether the words fit no other principle as well as this one
  /// @param others those that the words are in as well, the best first
  record Found(int number, boolean isClear, List<Integer> others) implements Match {
    Found {
      others = List.copyOf(others);
    }
  }

  /// Nothing has these words; this one has words that are spelt nearly so.
  record Nearest(int number) implements Match {}

  /// A word that is nearly one of the command's own: `randm`.
  record NearCommand(String subWord) implements Match {}

  /// @param perhaps the principle that has the most of the words, where any has
  record NotFound(Optional<Integer> perhaps) implements Match {}

  private record Scored(int number, Wording.Fit fit, Wording.Fit exactFit, int count) {
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparing(Scored::fit)
            .thenComparing(Scored::exactFit)
            .thenComparing(Scored::count, Comparator.reverseOrder())
            .thenComparing(Scored::number);
  }

  PrincipleSearch(Principles principles) {
    for (Language language : principles.languages()) {
      for (Principle p : principles.all(language)) {
        List<String> title = Letters.folded(p.title());
        List<String> text = Letters.folded(p.text());
        folded.add(Wording.of(p.number(), title, text));
        exact.add(Wording.of(p.number(), Letters.exact(p.title()), Letters.exact(p.text())));
        words.addAll(title);
        words.addAll(text);
      }
    }
  }

  Match find(String typed) {
    List<String> sought = Letters.folded(typed);
    List<String> core =
        sought.stream().filter(word -> !PrincipleQuery.FILLERS.contains(word)).toList();
    if (core.isEmpty()) {
      return new NotFound(Optional.empty());
    }
    List<Scored> matches = matches(sought, Letters.exact(typed));
    if (matches.isEmpty()) {
      matches = matches(core, core);
    }
    return matches.isEmpty() ? nearest(core) : found(matches);
  }

  /// Whether the words stand in a principle one after the other.
  boolean quotes(String typed) {
    List<String> sought = Letters.folded(typed);
    return folded.stream().anyMatch(wording -> wording.quotes(sought));
  }

  private List<Scored> matches(List<String> sought, List<String> soughtExactly) {
    Map<Integer, Scored> best = new TreeMap<>();
    for (int i = 0; i < folded.size(); i++) {
      Wording wording = folded.get(i);
      var scored =
          new Scored(
              wording.number(),
              wording.fit(sought),
              exact.get(i).fit(soughtExactly),
              wording.count(sought));
      if (scored.fit() != Wording.Fit.NONE) {
        best.merge(
            wording.number(), scored, (a, b) -> Scored.BEST_FIRST.compare(a, b) <= 0 ? a : b);
      }
    }
    return best.values().stream().sorted(Scored.BEST_FIRST).toList();
  }

  private static Found found(List<Scored> matches) {
    Scored best = matches.getFirst();
    return new Found(
        best.number(),
        matches.size() == 1 || best.fit() != matches.get(1).fit(),
        matches.stream().skip(1).map(Scored::number).toList());
  }

  private Match nearest(List<String> sought) {
    Optional<String> command = nearCommand(sought.getFirst());
    if (command.isPresent()) {
      return new NearCommand(command.get());
    }
    List<String> mended = sought.stream().map(word -> mended(word).orElse(word)).toList();
    List<Scored> matches = mended.equals(sought) ? List.of() : matches(mended, mended);
    return matches.isEmpty()
        ? new NotFound(perhaps(mended))
        : new Nearest(matches.getFirst().number());
  }

  /// Only where no word of a principle is as near.
  private Optional<String> nearCommand(String word) {
    Optional<String> command = nearest(word, PrincipleQuery.SUB_WORDS.keySet());
    return command.filter(c -> !isKnown(word) && isNearer(c, nearest(word, words), word));
  }

  private static boolean isNearer(String command, Optional<String> other, String word) {
    int limit = Spelling.slipsAllowed(word);
    return other.isEmpty()
        || Spelling.slips(word, command, limit) <= Spelling.slips(word, other.get(), limit);
  }

  private boolean isKnown(String word) {
    return folded.stream().anyMatch(wording -> wording.has(word));
  }

  private Optional<String> mended(String word) {
    return isKnown(word) ? Optional.empty() : nearest(word, words);
  }

  /// The fewest slips, then a word of a title, then the same first letter.
  private Optional<String> nearest(String word, Collection<String> among) {
    int limit = Spelling.slipsAllowed(word);
    return among.stream()
        .filter(known -> known.length() >= 4 && Spelling.slips(word, known, limit) <= limit)
        .min(
            Comparator.<String>comparingInt(known -> Spelling.slips(word, known, limit))
                .thenComparing(known -> folded.stream().noneMatch(w -> w.hasInTitle(known)))
                .thenComparing(known -> known.charAt(0) != word.charAt(0))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Each word counts the more, the fewer principles have it.
  private Optional<Integer> perhaps(List<String> sought) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (String word : sought) {
      List<Integer> having =
          folded.stream().filter(w -> w.has(word)).map(Wording::number).distinct().toList();
      boolean tellsApart = having.size() <= Principles.COUNT / 2;
      having.stream()
          .filter(number -> tellsApart)
          .forEach(number -> weights.merge(number, 1.0 / having.size(), Double::sum));
    }
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
