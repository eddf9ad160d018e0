package smallsteps.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Printable;
import smallsteps.Spaces;

/// Comma-separated values after RFC 4180 with a byte order mark, one header for wins and nudges
/// alike, each cell in quotes. No cell, nor any part that a reader with another separator would
/// split off, is a formula: one that would be begins with an apostrophe.
final class ExportCsv implements ExportFormat {
  private static final String HEADER =
      "type,workspace,channel,ts,thread_ts,user,text,kind,principle,said_at,nudge_ts,date,state,"
          + "reason,reactions";
  private static final String LINE_END = "\r\n";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// In any form of the four signs.
  private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠﹦﹢﹣﹫−";

  private static final String SEPARATES = ",;\t\n|";

  @Override
  public String write(List<Exported> rows) {
    Stream<String> header =
        Stream.of(
            Stream.of(HEADER.split(",")).map(ExportCsv::cell).collect(Collectors.joining(",")));
    return Stream.concat(header, rows.stream().map(ExportCsv::line))
        .collect(Collectors.joining(LINE_END, BYTE_ORDER_MARK, LINE_END));
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

  /// A terminal that shows the file does nothing at what somebody wrote; their line breaks stay.
  private static String cell(String value) {
    String shown = Printable.lines(value.replace("\r\n", "\n").replace('\r', '\n'));
    return '"' + guarded(shown).replace("\"", "\"\"") + '"';
  }

  private static String guarded(String text) {
    var safe = new StringBuilder(text.length() + 2);
    int part = 0; // where the part begins that would be split off
    boolean mayBegin = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (mayBegin && BEGINS_A_FORMULA.indexOf(c) >= 0) {
        safe.insert(part, '\'');
      }
      safe.appendCodePoint(c);
      if (SEPARATES.indexOf(c) >= 0) {
        part = safe.length();
        mayBegin = true;
      } else {
        mayBegin &= isPassedOver(c);
      }
    }
    return safe.toString();
  }

  /// What a reader may pass over before a formula.
  private static boolean isPassedOver(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> c == '"' || Spaces.isSpace(c) || Spaces.isUnseen(c) || Printable.isPicture(c);
    };
  }
}
