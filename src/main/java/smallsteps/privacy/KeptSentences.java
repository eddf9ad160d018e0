package smallsteps.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Shortened;
import smallsteps.config.DateShape;
import smallsteps.config.Words;

/// What is kept, in the language of whose it is. The words have for each table a `title`, a
/// sentence for each `row`, and one more for a column that says something, by its name or its name
/// and value: `hidden`, `answer.did`. A column that they have no sentence for is left to the rows
/// themselves.
record KeptSentences(Words.Sentences say, ZoneId zone) {

  /// Escaped it may be five times as long, and a section holds 3000. The rows have all of it.
  private static final int SHOWN = 500;

  String title(String table) {
    return say.plain(key(table, "title"));
  }

  String row(String table, Map<String, Object> row) {
    Object[] values =
        row.entrySet().stream()
            .flatMap(
                column -> Stream.of(column.getKey(), shown(column.getKey(), column.getValue())))
            .toArray();
    return Stream.concat(
            Stream.of("row"), new TreeMap<>(row).entrySet().stream().flatMap(this::says))
        .map(part -> key(table, part))
        .filter(say::isThere)
        .map(sentence -> say.say(sentence, values))
        .collect(Collectors.joining(" "));
  }

  private Stream<String> says(Map.Entry<String, Object> column) {
    boolean isSomething = column.getValue() != null && !Boolean.FALSE.equals(column.getValue());
    return isSomething
        ? Stream.of(column.getKey(), column.getKey() + "." + column.getValue())
        : Stream.empty();
  }

  private static String key(String table, String part) {
    return "privacy.kept." + table + "." + part;
  }

  private Object shown(String column, Object value) {
    if (value == null) {
      return "";
    }
    return switch (column) {
      case "channel", "channel_id" -> new Mrkdwn("<#" + value + ">");
      case "language" ->
          new Language(value.toString()).locale().getDisplayLanguage(say.language().locale());
      case "text" -> Shortened.to(value.toString(), SHOWN);
      case "ts" -> date(Instant.ofEpochSecond(Long.parseLong(value.toString().split("\\.")[0])));
      default -> isMoment(column) ? date(Instant.parse(value.toString())) : value;
    };
  }

  private static boolean isMoment(String column) {
    return column.endsWith("_at") || column.equals("snoozed_until");
  }

  private String date(Instant at) {
    return say.date(DateShape.LONG, at.atZone(zone));
  }
}
