package smallsteps;

/// Letters of other alphabets that look like Latin ones, as some keyboards and some jokes have
/// them.
final class LookAlikes {
  private static final String THEIRS = "аеорсухіјѕһԁԛԝкмнтвᴀɴᴏʏᴍᴜꜱαονυμηω01345";
  private static final String LATIN = "aeopcyxijshdqwkmntbanoymusaonumnwoleas";

  private LookAlikes() {}

  static String latin(String word) {
    if (word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      return word;
    }
    var latin = new StringBuilder(word.length());
    for (char letter : word.toCharArray()) {
      int at = THEIRS.indexOf(letter);
      latin.append(at < 0 ? letter : LATIN.charAt(at));
    }
    return latin.toString();
  }
}
