package smallsteps;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom and what a text mentions. As it is kept: `<@U2|Anna>` a person, `<#C1|general>` a channel,
/// with the name as it was said; `<@U2>`, `<#C1>` where it is not known, or not for everybody;
/// `<@>` somebody who is forgotten; `<!subteam^S1>` a group. In what was kept in earlier days an id
/// stands by itself, `@U0123ABCD`, without a name.
public final class Mentions {
  private static final Pattern ANY =
      Pattern.compile(
          "<(?<sign>[@#])(?<id>[A-Za-z0-9]*)(?:\\|(?<name>[^<>|]*))?>"
              + "|(?<group><!subteam\\^[A-Za-z0-9]+>)"
              + "|(?<![\\p{L}\\p{N}<])(?<oldSign>[@#])(?<oldId>(?=[A-Z]*[0-9])[UWCG][A-Z0-9]{7,})"
              + "(?![\\p{L}\\p{N}])");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+");
  private static final String FORGOTTEN = "<@>";

  private Mentions() {}

  /// What stands in a text for whom or what has no name.
  public record Unnamed(String person, String channel, String group) {

    /// In no language.
    public static final Unnamed NEUTRAL = new Unnamed("@…", "#…", "@…");

    private String of(char sign) {
      return sign == '@' ? person : channel;
    }
  }

  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// @param sign `@` for a person, `#` for a channel
  /// @param id one that [#isId] knows
  /// @param name blank where it is not known
  public static String of(char sign, String id, String name) {
    String label = name.replaceAll("[<>|\\p{Cntrl}]", "").replaceFirst("^[@#]", "").strip();
    return "<" + sign + id + (label.isEmpty() ? "" : "|" + label) + ">";
  }

  /// For a reader: by name, and no mention any more.
  public static String shown(String kept, Unnamed unnamed) {
    return replaced(
        kept,
        found -> {
          if (found.group("group") != null) {
            return unnamed.group();
          }
          char sign = sign(found);
          String name = found.group("name");
          return name == null || name.isBlank()
              ? unnamed.of(sign)
              : sign + name.replaceFirst("^[@#]", "");
        });
  }

  /// The ids of the people and channels whose names are not known.
  public static Set<String> unnamed(String kept) {
    return ANY.matcher(kept)
        .results()
        .filter(Mentions::isUnnamed)
        .map(Mentions::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The same with the names that are known.
  ///
  /// @param names by id; null or blank where it is not known
  public static String named(String kept, UnaryOperator<String> names) {
    return replaced(
        kept,
        found -> {
          String name = isUnnamed(found) ? names.apply(id(found)) : null;
          return name == null || name.isBlank() ? found.group() : of(sign(found), id(found), name);
        });
  }

  /// What is told anew, with the names that it had before.
  public static String named(String told, String before) {
    Map<String, String> names =
        ANY.matcher(before)
            .results()
            .filter(found -> found.group("name") != null)
            .collect(
                Collectors.toMap(Mentions::id, found -> found.group("name"), (first, _) -> first));
    return named(told, names::get);
  }

  /// What was typed over a text that was shown by name: who keeps the name is still mentioned.
  public static String linked(String typed, String before) {
    String linked = typed;
    for (MatchResult found : ANY.matcher(before).results().toList()) {
      if (found.group("name") != null) {
        linked = linked.replace(sign(found) + found.group("name"), found.group());
      }
    }
    return linked;
  }

  /// The same without this person.
  public static String without(String kept, String id) {
    return replaced(kept, found -> id.equals(id(found)) ? FORGOTTEN : found.group());
  }

  /// Whether what is told is what is kept: a name that is known by now is no change, nor is one
  /// that was forgotten.
  public static boolean isSame(String kept, String told) {
    String same =
        Stream.of(bare(kept).split(Pattern.quote(FORGOTTEN), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("<@[A-Za-z0-9]*>"));
    return Pattern.matches(same, bare(told));
  }

  private static String bare(String text) {
    return replaced(
        text,
        found -> found.group("sign") == null ? found.group() : of(sign(found), id(found), ""));
  }

  private static boolean isUnnamed(MatchResult found) {
    boolean hasName = found.group("name") != null && !found.group("name").isBlank();
    return found.group("group") == null && !hasName && !id(found).isEmpty();
  }

  private static char sign(MatchResult found) {
    String sign = found.group("sign");
    return (sign == null ? found.group("oldSign") : sign).charAt(0);
  }

  /// Null for a group.
  private static String id(MatchResult found) {
    String id = found.group("id");
    return id == null ? found.group("oldId") : id;
  }

  /// False where there is none for sure.
  public static boolean mayBeIn(String text) {
    return text.indexOf('@') >= 0 || text.indexOf('#') >= 0 || text.contains("<!");
  }

  private interface Replacement {
    String of(MatchResult found);
  }

  private static String replaced(String text, Replacement by) {
    return mayBeIn(text)
        ? ANY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.of(found)))
        : text;
  }
}
