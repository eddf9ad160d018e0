package smallsteps.rehearsal.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Emoji by the names that Slack's client sends in their place; the page's table is the list.
final class Emoji {
  private static final Pattern ENTRY =
      Pattern.compile("(?<name>[a-z0-9_+-]+) (?<sign>[^\\p{ASCII}\\s|`]+)(?=[|\n`])");
  private static final Map<String, String> NAMES = read();
  private static final List<String> LONGEST_FIRST =
      NAMES.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();

  private Emoji() {}

  static String named(String typed) {
    if (typed.codePoints().allMatch(each -> each < 0x2000)) {
      return typed;
    }
    String named = typed;
    for (String sign : LONGEST_FIRST) {
      named = named.replace(sign, ":" + NAMES.get(sign) + ":");
    }
    return named;
  }

  private static Map<String, String> read() {
    Map<String, String> names = new LinkedHashMap<>();
    try (InputStream table =
        Emoji.class.getResourceAsStream("/smallsteps/rehearsal/page/emoji.js")) {
      String text = table == null ? "" : new String(table.readAllBytes(), StandardCharsets.UTF_8);
      for (Matcher entry = ENTRY.matcher(text); entry.find(); ) {
        names.putIfAbsent(entry.group("sign"), entry.group("name"));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return names;
  }
}
