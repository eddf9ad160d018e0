package smallsteps.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import smallsteps.Printable;

/// A terminal as it may be written to with others' words in what is said: whatever it would act on
/// is shown and not done. UTF-8, whatever the locale.
final class PrintableStream extends PrintStream {
  private final UnaryOperator<String> shown;

  private PrintableStream(OutputStream out, UnaryOperator<String> shown) {
    super(out, true, StandardCharsets.UTF_8);
    this.shown = shown;
  }

  static PrintStream over(OutputStream out) {
    return new PrintableStream(out, Printable::lines);
  }

  /// Where each text is one line: a log, whose reader takes each line for an entry.
  static PrintStream ofLog(OutputStream out) {
    return new PrintableStream(out, text -> Printable.lines(text).replace('\n', '␊'));
  }

  @Override
  public void print(String text) {
    super.print(shown.apply(String.valueOf(text)));
  }
}
