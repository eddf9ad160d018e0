package smallsteps.difference;

import java.util.Map;
import java.util.stream.Collectors;
import smallsteps.Language;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// What people said that their small things led to.
public final class Differences {
  private final Words words;
  private final Database database;

  public Differences(Words words, Database database) {
    this.words = words;
    this.database = database;
  }

  /// In a sentence each, by the win's channel and source with a space between.
  public Map<String, String> of(User user, Language language) {
    return database.read(sql -> new DifferenceStore(sql).answered(user)).stream()
        .collect(
            Collectors.toMap(
                Question::carried,
                answered ->
                    answered.text() == null
                        ? words.in(language).say("difference.kept." + answered.answer())
                        : words.in(language).say("difference.kept.told", "text", answered.text())));
  }
}
