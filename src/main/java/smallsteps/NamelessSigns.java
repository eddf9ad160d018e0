package smallsteps;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What asks for no name without a word: the picture of somebody who hides or keeps quiet, as a
/// keyboard and as Slack writes it, and `-a`, as on a command line.
final class NamelessSigns {
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?=[:\\x{3000}-\\x{1FFFF}])" // which most signs are not: so much is seen at once
              + "(?:[🤫🤐🕵🙊🙈🥷🥸🫥👤🎭㊙🔏🔐🔒]"
              + "|:(?:shushing|zipper_mouth|disguised|dotted_line)_face:"
              + "|:face_with_finger_covering_closed_lips:"
              + "|:(?:sleuth_or_spy|(?:(?:fe)?male[-_])?detective|ninja|performing_arts):"
              + "|:(?:speak|see)_no_evil:|:bust_in_silhouette:"
              + "|:(?:lock|closed_lock_with_key|lock_with_ink_pen):)");

  /// `I` begins many a line of a list.
  private static final Pattern FLAG =
      Pattern.compile("(?<![^\\s\u200B(\\[{\"'*_`])--?[a-hj-z](?![\\p{L}\\p{N}'-])");

  /// What may follow the last word: signs, and emoji by their names.
  private static final Pattern END = Pattern.compile("(?:[^\\p{L}\\p{N}:]|:[\\w+'-]+:|:)*+");

  private NamelessSigns() {}

  /// @param text as [Folded#text]
  /// @param isFirst whether what stands there stands before the words
  static Optional<MatchResult> picture(String text, IntPredicate isFirst) {
    return first(PICTURE, text, isFirst);
  }

  static Optional<MatchResult> flag(String text, IntPredicate isFirst) {
    return first(FLAG, text, isFirst);
  }

  private static Optional<MatchResult> first(Pattern sign, String text, IntPredicate isFirst) {
    return sign.matcher(text)
        .results()
        .filter(found -> isFirst.test(found.start()) || isLast(text, found.end()))
        .findFirst();
  }

  private static boolean isLast(String text, int end) {
    return END.matcher(text).region(end, text.length()).matches();
  }
}
