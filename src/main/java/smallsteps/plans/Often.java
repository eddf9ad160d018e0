package smallsteps.plans;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smallsteps.weekly.Every;

/// How often, as it is chosen in a form: `weeks:2`, `month:1`, `month:-1`.
///
/// @param every counted from no day
record Often(Every every) {
  private static final String MONTH = "month:";
  private static final String WEEKS = "weeks:";
  private static final int MOST = 4;
  private static final List<String> NTH = List.of("first", "second", "third", "fourth");

  static Often of(Every every) {
    return new Often(
        every instanceof Every.Weeks(int count, _) ? new Every.Weeks(count, null) : every);
  }

  static Often read(String code) {
    int number = Integer.parseInt(code.substring(code.indexOf(':') + 1));
    return new Often(
        code.startsWith(MONTH) ? new Every.OfMonth(number) : new Every.Weeks(number, null));
  }

  /// What is offered, and what it is.
  static List<Often> offered(Every chosen) {
    Stream<Every> weeks = IntStream.rangeClosed(1, MOST).mapToObj(n -> new Every.Weeks(n, null));
    Stream<Every> months =
        IntStream.concat(IntStream.rangeClosed(1, MOST), IntStream.of(Every.OfMonth.LAST))
            .mapToObj(Every.OfMonth::new);
    return Stream.concat(Stream.concat(weeks, months).map(Often::of), Stream.of(of(chosen)))
        .distinct()
        .toList();
  }

  String code() {
    return switch (every) {
      case Every.OfMonth(int nth) -> MONTH + nth;
      case Every.Weeks(int count, _) -> WEEKS + count;
    };
  }

  /// Of its sentence, below `nudges.every.` and `nudges.modal.every.`; it may have an `n`.
  String key() {
    return switch (every) {
      case Every.OfMonth(int nth) ->
          "of_month." + (nth == Every.OfMonth.LAST ? "last" : NTH.get(nth - 1));
      case Every.Weeks(int count, _) ->
          switch (count) {
            case 1 -> "week";
            case 2 -> "fortnight";
            default -> "weeks";
          };
    };
  }

  /// How many weeks from one to the next; 0 where a month says it.
  int weeks() {
    return every instanceof Every.Weeks(int count, _) ? count : 0;
  }
}
