package smallsteps.principles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import smallsteps.Folded;
import smallsteps.PrincipleNumber;
import smallsteps.Spaces;

/// What somebody asks of `/principle`, in Swedish or English.
sealed interface PrincipleQuery {

  record ThisWeek() implements PrincipleQuery {}

  record Titles() implements PrincipleQuery {}

  record Help() implements PrincipleQuery {}

  /// @param typed all that was typed: it may be words of a principle after all
  record Share(Choice which, String typed) implements PrincipleQuery {}

  record ShareWhat() implements PrincipleQuery {}

  /// One principle, in one way or another.
  sealed interface Choice extends PrincipleQuery {}

  /// @param number 1 to 7
  record Number(int number) implements Choice {}

  /// A number that no principle has.
  record NoSuchNumber() implements Choice {}

  record AnyOne() implements Choice {}

  record SomeWords(String typed) implements Choice {}

  /// What may be typed for a thing other than a principle, with what it is called in the help.
  Map<String, String> SUB_WORDS =
      Map.ofEntries(
          Map.entry("list", "list"),
          Map.entry("lista", "list"),
          Map.entry("all", "list"),
          Map.entry("alla", "list"),
          Map.entry("random", "random"),
          Map.entry("slump", "random"),
          Map.entry("slumpa", "random"),
          Map.entry("share", "share"),
          Map.entry("dela", "share"),
          Map.entry("help", "help"),
          Map.entry("hjalp", "help"));

  Set<String> FILLERS =
      Set.of(
          "principle",
          "principles",
          "princip",
          "principen",
          "principer",
          "principerna",
          "number",
          "nummer",
          "no",
          "nr",
          "show",
          "visa",
          "the",
          "den");

  Map<String, Integer> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("en", 1),
          Map.entry("ett", 1),
          Map.entry("first", 1),
          Map.entry("forsta", 1),
          Map.entry("two", 2),
          Map.entry("tva", 2),
          Map.entry("second", 2),
          Map.entry("andra", 2),
          Map.entry("three", 3),
          Map.entry("tre", 3),
          Map.entry("third", 3),
          Map.entry("tredje", 3),
          Map.entry("four", 4),
          Map.entry("fyra", 4),
          Map.entry("fourth", 4),
          Map.entry("fjarde", 4),
          Map.entry("five", 5),
          Map.entry("fem", 5),
          Map.entry("fifth", 5),
          Map.entry("femte", 5),
          Map.entry("six", 6),
          Map.entry("sex", 6),
          Map.entry("sixth", 6),
          Map.entry("sjatte", 6),
          Map.entry("seven", 7),
          Map.entry("sju", 7),
          Map.entry("seventh", 7),
          Map.entry("sjunde", 7),
          Map.entry("zero", 0),
          Map.entry("noll", 0),
          Map.entry("eight", 8),
          Map.entry("atta", 8));

  /// Made once: a plain number is what is typed most.
  List<Number> NUMBERS = PrincipleNumber.all().mapToObj(Number::new).toList();

  static PrincipleQuery read(String typed) {
    if (typed.length() == 1 && PrincipleNumber.isOne(typed.charAt(0) - '0')) {
      return NUMBERS.get(typed.charAt(0) - '1');
    }
    var folded = Folded.of(typed);
    PrincipleQuery joined = read(folded, folded.words());
    return folded.hasUnseen() && joined instanceof SomeWords
        ? read(folded, folded.partedWords())
        : joined;
  }

  private static PrincipleQuery read(Folded folded, List<Folded.Word> all) {
    String typed = folded.original();
    if (Spaces.isBlank(typed)) {
      return new ThisWeek();
    }
    if (all.isEmpty()) {
      return folded.text().contains("?") ? new Help() : new SomeWords(typed);
    }
    List<String> words = withoutFillers(all.stream().map(Folded.Word::plain).toList());
    if (words.isEmpty()) {
      return new Titles();
    }
    return switch (SUB_WORDS.getOrDefault(words.getFirst(), "")) {
      case "share" -> words.size() == 1 ? new ShareWhat() : share(folded, all, words);
      case "list" -> allMean("list", words) ? new Titles() : choice(words, folded);
      case "help" -> new Help();
      default -> choice(words, folded);
    };
  }

  private static Share share(Folded folded, List<Folded.Word> all, List<String> words) {
    int end =
        all.stream()
            .filter(word -> word.plain().equals(words.getFirst()))
            .findFirst()
            .orElseThrow()
            .end();
    String rest = Spaces.strip(folded.original().substring(folded.begin(end)));
    return new Share(choice(words.subList(1, words.size()), Folded.of(rest)), folded.original());
  }

  private static Choice choice(List<String> words, Folded typed) {
    if (allMean("random", words)) {
      return new AnyOne();
    }
    int number = words.size() == 1 ? number(words.getFirst()) : -1;
    if (number < 0) {
      return new SomeWords(typed.original());
    }
    boolean isOne = PrincipleNumber.isOne(number) && !isNegative(typed.text());
    return isOne ? NUMBERS.get(number - 1) : new NoSuchNumber();
  }

  /// -1 when the word is no number; one with many digits is only as large as it needs to be.
  private static int number(String word) {
    if (!word.chars().allMatch(Character::isDigit)) {
      return NUMBER_WORDS.getOrDefault(word, -1);
    }
    int number = 0;
    for (int i = 0; i < word.length() && number <= PrincipleNumber.LAST; i++) {
      number = number * 10 + Character.digit(word.charAt(i), 10);
    }
    return number;
  }

  /// A dash that stands right before the first digit and after nothing.
  private static boolean isNegative(String folded) {
    int digit = 0;
    while (digit < folded.length() && !Character.isDigit(folded.charAt(digit))) {
      digit++;
    }
    return digit > 0
        && digit < folded.length()
        && folded.charAt(digit - 1) == '-'
        && (digit == 1 || " \n\u200B".indexOf(folded.charAt(digit - 2)) >= 0);
  }

  private static boolean allMean(String subWord, List<String> words) {
    return words.stream().allMatch(word -> subWord.equals(SUB_WORDS.get(word)));
  }

  private static List<String> withoutFillers(List<String> words) {
    return words.stream().filter(word -> !FILLERS.contains(word)).toList();
  }
}
