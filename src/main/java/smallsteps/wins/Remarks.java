package smallsteps.wins;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Anonymity;
import smallsteps.Content;
import smallsteps.Reply;
import smallsteps.Said;
import smallsteps.config.Words;

/// What people are told in private of a message of theirs that is kept: that not all of it is, and
/// that it bears their name where its words ask for none.
final class Remarks {
  private final Words words;

  Remarks(Words words) {
    this.words = words;
  }

  /// Nothing, for nearly all.
  Reply aside(Said said, String channelId) {
    List<String> keys = keys(said);
    return keys.isEmpty()
        ? Reply.nothing()
        : new Reply.Aside(
            reader -> Content.of(sentences(keys.stream(), words.in(reader))), channelId);
  }

  /// What is said in any case, and these.
  String after(String key, Said said, Words.Sentences say) {
    return sentences(Stream.concat(Stream.of(key), keys(said).stream()), say);
  }

  private static List<String> keys(Said said) {
    return Stream.of(
            said.isCut() ? "wins.cut" : "",
            Anonymity.isAskedOf(said.kept()) ? "wins.whose.message" : "")
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private static String sentences(Stream<String> keys, Words.Sentences say) {
    return keys.map(key -> say.say(key, "most", most(say))).collect(Collectors.joining("\n"));
  }

  static String most(Words.Sentences say) {
    return String.format(say.language().locale(), "%,d", Said.LONGEST);
  }
}
