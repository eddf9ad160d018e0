package smallsteps;

/// What somebody wrote, as it is kept: whom and what they mentioned stands in it by id, with the
/// name that they saw, and is no text to show. A reader gets it by
/// [smallsteps.config.Words.Sentences#names].
///
/// @param kept plain text with mentions as [Mentions] writes them
/// @param isCut whether they said more, which they are told
public record Said(String kept, boolean isCut) {

  /// In characters: Slack cuts a message there itself, so that nobody has said more in one.
  public static final int LONGEST = 40_000;

  /// As it was kept before.
  public Said(String kept) {
    this(kept, false);
  }

  /// As it is said now.
  public static Said of(String text) {
    return text.length() > LONGEST
        ? new Said(Spaces.strip(text.substring(0, end(text))), true)
        : new Said(text);
  }

  /// Within no emoji, and within no mention.
  private static int end(String text) {
    int last = LONGEST - 1;
    int mention = Math.max(text.lastIndexOf("<@", last), text.lastIndexOf("<#", last));
    if (mention >= 0 && text.lastIndexOf('>', last) < mention) {
      return mention;
    }
    return Character.isLowSurrogate(text.charAt(LONGEST)) ? last : LONGEST;
  }
}
