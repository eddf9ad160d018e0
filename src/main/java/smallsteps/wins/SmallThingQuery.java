package smallsteps.wins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Anonymity;
import smallsteps.Folded;
import smallsteps.Folded.Word;
import smallsteps.Opening;
import smallsteps.Slips;

/// What somebody typed after `/smallthing`, in Swedish or English.
sealed interface SmallThingQuery {

  /// Keep this.
  ///
  /// @param kind as a win's
  record Say(String text, String kind, boolean isAnonymous) implements SmallThingQuery {}

  /// Nothing to keep typed: open the modal.
  ///
  /// @param kind as a win's
  record Open(String kind, boolean isAnonymous) implements SmallThingQuery {}

  /// It may be meant without a name: which of the two, only they can tell.
  ///
  /// @param unnamed what it would be then
  record Whose(Say named, Say unnamed) implements SmallThingQuery {}

  /// A single word, one letter off one that asks for something: hardly a small thing.
  record Perhaps(String word) implements SmallThingQuery {}

  /// The channel's latest.
  record Latest() implements SmallThingQuery {}

  /// My own latest.
  record Mine() implements SmallThingQuery {}

  /// @param words letters and digits only; may be none
  record Find(List<String> words) implements SmallThingQuery {}

  /// What may the bot send me, when, in which language?
  record Preferences() implements SmallThingQuery {}

  /// What would the channel's digest say now?
  record Digest() implements SmallThingQuery {}

  record Help() implements SmallThingQuery {}

  /// The words that ask for something, as they are written. A shorter word is near to too many
  /// others.
  int SHORTEST = 3;

  int SOUGHT = 20;

  List<String> WORDS =
      List.of(
          "list lista mine mina find sök hitta settings inställningar digest sammanfattning help hjälp"
              .split(" "));

  Set<String> LATEST = Set.of("list", "lista");
  Set<String> MINE = Set.of("mine", "mina");
  Set<String> FIND = Set.of("find", "sok", "hitta");
  Set<String> PREFERENCES = Set.of("settings", "preferences", "installningar", "me", "mig");
  Set<String> DIGEST = Set.of("digest", "sammanfattning");
  Set<String> HELP = Set.of("help", "hjalp");
  Set<String> SUBJECTS = Set.of("i", "jag");
  Set<String> LEARNED = Set.of("learned", "learnt", "larde");

  /// What names the kind, where a colon follows: no part of what was learned.
  Set<String> LEARNED_LABELS = Set.of("learned", "learnt", "learning", "lardom", "larde");

  Set<String> SAYS_NOT_WHAT = Set.of("mig", "that", "att");

  /// A word such as `list` asks for something only when it stands alone: "list the doors" is a
  /// small thing to keep.
  static SmallThingQuery read(String typed) {
    String text = WinPhrase.tidy(typed);
    var folded = Folded.of(text);
    return Stream.of(folded.words(), folded.partedWords())
        .map(words -> command(folded, words))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> text.isEmpty() ? new Open(Win.DID, false) : say(text));
  }

  private static Optional<SmallThingQuery> command(Folded folded, List<Word> words) {
    if (words.isEmpty()) {
      return folded.text().contains("?") ? Optional.of(new Help()) : Optional.empty();
    }
    String first = words.getFirst().plain();
    if (FIND.contains(first)) {
      return Optional.of(new Find(words.stream().skip(1).limit(SOUGHT).map(Word::exact).toList()));
    } else if (words.size() > 1) {
      return Optional.empty();
    }
    return Stream.of(
            Map.entry(LATEST, new Latest()),
            Map.entry(MINE, new Mine()),
            Map.entry(PREFERENCES, new Preferences()),
            Map.entry(DIGEST, new Digest()),
            Map.entry(HELP, new Help()))
        .filter(known -> known.getKey().contains(first))
        .<SmallThingQuery>map(Map.Entry::getValue)
        .findFirst()
        .or(() -> mistyped(first).map(Perhaps::new));
  }

  /// The word of ours that is one slip away.
  private static Optional<String> mistyped(String typed) {
    return WORDS.stream()
        .filter(
            word -> typed.length() >= SHORTEST && Slips.between(typed, Folded.plain(word), 1) == 1)
        .findFirst();
  }

  private static SmallThingQuery say(String typed) {
    return switch (Anonymity.of(typed)) {
      case Anonymity.Asked(String text) -> said(text, true);
      case Anonymity.Perhaps(String text, boolean _) -> whose(typed, text);
      case Anonymity.Named() -> {
        // after "I did a small thing:" somebody begins anew
        Optional<String> after = WinPhrase.read(typed).filter(text -> !text.equals(typed));
        Anonymity of = after.map(Anonymity::of).orElse(new Anonymity.Named());
        yield of instanceof Anonymity.Named ? said(typed, false) : say(after.get());
      }
    };
  }

  /// The word alone is no small thing: the form has the choice made.
  private static SmallThingQuery whose(String typed, String unnamed) {
    return unnamed.isEmpty()
        ? new Open(Win.DID, true)
        : new Whose(
            said(typed, false) instanceof Say named ? named : new Say(typed, Win.DID, false),
            said(unnamed, true) instanceof Say say ? say : new Say(unnamed, Win.DID, true));
  }

  private static SmallThingQuery said(String typed, boolean isAnonymous) {
    var folded = Folded.of(typed);
    List<Word> words = folded.words();
    int subject = isAt(words, 0, SUBJECTS) ? 1 : 0;
    boolean isLearned = isAt(words, subject, LEARNED);
    if (typed.isEmpty() || WinPhrase.isBare(typed)) {
      return new Open(Win.DID, isAnonymous);
    } else if (isNothingBut(words, subject)) {
      return new Open(Win.LEARNED, isAnonymous);
    }
    boolean isLabelled = isAt(words, 0, LEARNED_LABELS) && isLabel(folded, words.getFirst());
    String text =
        isLabelled
            ? new Opening(folded, words.getFirst().begin(), words.getFirst().end()).around()
            : typed;
    String kind = isLearned || isLabelled ? Win.LEARNED : Win.DID;
    return new Say(WinPhrase.read(text).orElse(text), kind, isAnonymous);
  }

  /// That something was learned, and not yet what.
  private static boolean isNothingBut(List<Word> words, int subject) {
    return isAt(words, subject, LEARNED_LABELS)
        && words.stream().skip(subject + 1L).allMatch(word -> SAYS_NOT_WHAT.contains(word.plain()));
  }

  /// `learned: …`, and nothing but decoration before it.
  private static boolean isLabel(Folded folded, Word first) {
    String after = folded.text().substring(first.end()).replaceFirst("^[ \n\u200B*_~`\"')]+", "");
    return after.startsWith(":");
  }

  private static boolean isAt(List<Word> words, int at, Set<String> known) {
    return at < words.size() && known.contains(words.get(at).plain());
  }
}
