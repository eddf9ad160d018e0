package smallsteps.principles;

import java.util.List;

/// One principle's words in one language, ready to be searched: each word between spaces.
///
/// @param number which principle
record Wording(int number, String title, String text) {

  /// How well the words that were typed sit in a principle, the best first.
  enum Fit {
    WHOLE_TITLE,
    PHRASE_IN_TITLE,
    WORDS_IN_TITLE,
    PHRASE_IN_TEXT,
    WORDS_IN_TEXT,
    PARTS_OF_WORDS,
    NONE
  }

  private static final int SHORTEST_BEGINNING = 4;

  static Wording of(int number, List<String> title, List<String> text) {
    return new Wording(number, spaced(title), spaced(title) + spaced(text));
  }

  Fit fit(List<String> words) {
    String phrase = spaced(words);
    String beginning = begins(phrase);
    if (title.equals(phrase)) {
      return Fit.WHOLE_TITLE;
    } else if (title.contains(beginning)) {
      return Fit.PHRASE_IN_TITLE;
    } else if (words.stream().allMatch(word -> title.contains(begins(spaced(word))))) {
      return Fit.WORDS_IN_TITLE;
    } else if (text.contains(beginning)) {
      return Fit.PHRASE_IN_TEXT;
    } else if (words.stream().allMatch(word -> text.contains(begins(spaced(word))))) {
      return Fit.WORDS_IN_TEXT;
    } else if (words.stream().allMatch(this::holdsPart)) {
      return Fit.PARTS_OF_WORDS;
    }
    return Fit.NONE;
  }

  /// Whether the words stand in it one after the other.
  boolean quotes(List<String> words) {
    return text.contains(begins(spaced(words)));
  }

  boolean has(String word) {
    return text.contains(begins(spaced(word)));
  }

  /// How often the words stand in it.
  int count(List<String> words) {
    int count = 0;
    for (String word : words) {
      String sought = begins(spaced(word));
      for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
        count++;
      }
    }
    return count;
  }

  private boolean holdsPart(String word) {
    return word.length() >= SHORTEST_BEGINNING ? text.contains(word) : has(word);
  }

  /// The end may be missing, except of a short word: `vi` is not the beginning of `viktigt`.
  private static String begins(String spaced) {
    return spaced.length() - 2 >= SHORTEST_BEGINNING
        ? spaced.substring(0, spaced.length() - 1)
        : spaced;
  }

  private static String spaced(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  private static String spaced(String word) {
    return " " + word + " ";
  }
}
