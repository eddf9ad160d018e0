package smallsteps.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Comma-separated values after RFC 4180, one header for wins and nudges alike. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
final class ExportCsv implements ExportFormat {
  private static final String HEADER =
      "type,workspace,channel,ts,thread_ts,user,text,kind,principle,said_at,nudge_ts,date,state,"
          + "reason,reactions";
  private static final String LINE_END = "\r\n";
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  @Override
  public String write(List<Exported> rows) {
    return Stream.concat(Stream.of(HEADER), rows.stream().map(ExportCsv::line))
        .collect(Collectors.joining(LINE_END, "", LINE_END));
  }

  private static String line(Exported row) {
    Stream<Object> cells =
        switch (row) {
          case Exported.Win win ->
              Stream.of(
                  "win",
                  win.message().teamId(),
                  win.message().channelId(),
                  or(win.message().ts()),
                  or(win.threadTs()),
                  or(win.userId()),
                  or(win.text()),
                  win.kind(),
                  or(win.principle()),
                  win.at(),
                  or(win.nudgeTs()),
                  "",
                  "",
                  "",
                  reactions(win));
          case Exported.Nudge nudge ->
              Stream.of(
                  "nudge",
                  nudge.message().teamId(),
                  nudge.message().channelId(),
                  or(nudge.message().ts()),
                  "",
                  "",
                  "",
                  "",
                  or(nudge.principle()),
                  "",
                  "",
                  nudge.date(),
                  nudge.state(),
                  or(nudge.reason()),
                  reactions(nudge));
        };
    return cells.map(Object::toString).map(ExportCsv::cell).collect(Collectors.joining(","));
  }

  private static Object or(Object value) {
    return Objects.requireNonNullElse(value, "");
  }

  /// `tada: U2 U3; eyes: U4`.
  private static String reactions(Exported row) {
    return row.reactions().entrySet().stream()
        .map(reaction -> reaction.getKey() + ": " + String.join(" ", reaction.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String cell(String value) {
    boolean isFormula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = isFormula ? "'" + value : value;
    boolean needsQuotes =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
