package smallsteps;

import java.util.Locale;

/// A language the bot may speak, by its ISO 639 code: `sv`, `en`. Which ones it does speak, the
/// files in `config/words` say.
public record Language(String code) {

  /// The language of a locale as Slack writes it: `sv-SE`, `en-US`.
  public static Language ofLocale(String locale) {
    return new Language(Locale.forLanguageTag(locale.replace('_', '-')).getLanguage());
  }

  public Locale locale() {
    return Locale.forLanguageTag(code);
  }
}
