package smallsteps.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import smallsteps.Printable;
import smallsteps.config.Words;

/// Weeknotes: what was done, by ISO week and principle. Not who said it, since they are made to be
/// passed on; whom they mention is named. Reactions are counted.
final class ExportMarkdown implements ExportFormat {
  private final Words.Sentences words;
  private final IntFunction<String> headings;
  private final ZoneId zone;

  /// @param headings a principle's heading, by its number
  ExportMarkdown(Words.Sentences words, IntFunction<String> headings, ZoneId zone) {
    this.words = words;
    this.headings = headings;
    this.zone = zone;
  }

  private record Week(int year, int number) {
    static final Comparator<Week> ORDER =
        Comparator.comparingInt(Week::year).thenComparingInt(Week::number);

    static Week of(LocalDate day) {
      return new Week(
          day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  }

  @Override
  public String write(List<Exported> rows) {
    var weeks = new TreeMap<Week, List<Exported>>(Week.ORDER);
    rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Week.of(day(row)), LinkedHashMap::new, Collectors.toList()))
        .forEach(weeks::put);
    var text = new StringBuilder("# " + words.plain("app.name") + "\n");
    weeks.forEach((week, said) -> text.append(week(week, said)));
    return text.toString();
  }

  private LocalDate day(Exported row) {
    return row instanceof Exported.Nudge nudge ? nudge.date() : row.at().atZone(zone).toLocalDate();
  }

  private String week(Week week, List<Exported> rows) {
    var text = new StringBuilder("\n## ");
    text.append(words.plain("app.export.week", "week", week.number(), "year", week.year()));
    text.append("\n");
    byPrinciple(rows)
        .forEach((principle, those) -> {
          text.append("\n### ").append(heading(principle)).append("\n\n");
          those.forEach(row -> text.append(item(row)));
        });
    return text.toString();
  }

  /// Those without a principle come last.
  private static Map<Integer, List<Exported>> byPrinciple(List<Exported> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.principle() == null ? Integer.MAX_VALUE : row.principle(),
                TreeMap::new,
                Collectors.toList()));
  }

  private String heading(int principle) {
    return principle == Integer.MAX_VALUE
        ? words.plain("app.export.other")
        : headings.apply(principle);
  }

  private String item(Exported row) {
    String said =
        switch (row) {
          case Exported.Win win -> plain(win.text());
          case Exported.Nudge nudge ->
              words.plain("app.export.nudge", "date", nudge.date())
                  + " ("
                  + plain(nudge.reason() == null ? nudge.state() : nudge.reason())
                  + ")";
        };
    String reactions =
        row.reactions().entrySet().stream()
            .map(reaction -> plain(reaction.getKey()) + " " + reaction.getValue().size())
            .collect(Collectors.joining(", "));
    return "- " + said + (reactions.isEmpty() ? "" : " — " + reactions) + "\n";
  }

  /// What somebody wrote, so that none of it is markup; its lines stay within the list's item.
  private static String plain(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Printable::line)
        .map(ExportMarkdown::escape)
        .collect(Collectors.joining("  \n  "));
  }

  private static String escape(String line) {
    return line.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0")
        .replaceFirst("^([-+=])", "\\\\$1")
        .replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
  }
}
