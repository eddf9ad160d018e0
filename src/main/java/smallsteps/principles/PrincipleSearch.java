package smallsteps.principles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import smallsteps.Language;
import smallsteps.PrincipleNumber;

/// Finds principles by words of their titles and texts, in all languages at once. Titles go before
/// texts, exact letters before forgiven ones.
final class PrincipleSearch {
  /// What one says around the words that matter: "the one about diversity".
  private static final Set<String> SMALL_WORDS =
      Set.of("om", "och", "att", "av", "i", "about", "and", "to", "of", "in", "on", "a", "one");

  /// A whole essay is not looked up word by word.
  private static final int MOST_WORDS = 12;

  private final List<Wording> folded = new ArrayList<>();
  private final List<Wording> exact = new ArrayList<>();
  private final PrincipleVocabulary vocabulary = new PrincipleVocabulary();

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
        vocabulary.add(title, text);
      }
    }
  }

  Match find(String typed) {
    List<String> sought = Letters.folded(typed);
    List<String> core = sought.stream().filter(word -> !isSmall(word)).limit(MOST_WORDS).toList();
    List<Scored> matches = sought.isEmpty() ? List.of() : matches(sought, Letters.exact(typed));
    if (matches.isEmpty() && !core.isEmpty()) {
      matches = matches(core, core);
    }
    if (!matches.isEmpty()) {
      return found(matches);
    }
    return core.isEmpty() ? new NotFound(Optional.empty()) : nearest(core);
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
      Wording.Fit fit = wording.fit(sought);
      if (fit != Wording.Fit.NONE) {
        Wording.Fit exactFit = exact.get(i).fit(soughtExactly);
        var scored = new Scored(wording.number(), fit, exactFit, wording.count(sought));
        best.merge(scored.number(), scored, BinaryOperator.minBy(Scored.BEST_FIRST));
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
    String first = sought.getFirst();
    Optional<String> subWord = isKnown(first) ? Optional.empty() : vocabulary.nearestSubWord(first);
    if (subWord.isPresent()) {
      return new NearCommand(subWord.get());
    }
    List<String> mended = sought.stream().map(this::mended).toList();
    List<Scored> matches = mended.equals(sought) ? List.of() : matches(mended, mended);
    return matches.isEmpty()
        ? new NotFound(perhaps(mended))
        : new Nearest(matches.getFirst().number());
  }

  private String mended(String word) {
    return isKnown(word) ? word : vocabulary.nearest(word).orElse(word);
  }

  private static boolean isSmall(String word) {
    return SMALL_WORDS.contains(word) || PrincipleQuery.FILLERS.contains(word);
  }

  private boolean isKnown(String word) {
    return folded.stream().anyMatch(wording -> wording.has(word));
  }

  /// Each word counts the more, the fewer principles have it.
  private Optional<Integer> perhaps(List<String> sought) {
    Map<Integer, Double> weights = new TreeMap<>();
    for (String word : sought) {
      List<Integer> having =
          folded.stream().filter(w -> w.has(word)).map(Wording::number).distinct().toList();
      boolean tellsApart = having.size() <= PrincipleNumber.LAST / 2;
      having.stream()
          .filter(number -> tellsApart)
          .forEach(number -> weights.merge(number, 1.0 / having.size(), Double::sum));
    }
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
