package smallsteps.house;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import smallsteps.ArchitectureTest;

/// Draws who knows whom as boxes in rows, each above those that it knows. What follows from two
/// lines has no line of its own.
final class Drawing {
  private static final int ROW = 84;
  private static final int BOX = 34;
  private static final int LETTER = 8;
  private static final int WIDTH = 940;
  private static final int SWEEPS = 24;

  private final Map<String, Set<String>> below = new TreeMap<>(); // with the bends of long lines
  private final Map<String, Integer> rows = new HashMap<>(); // 0 at the bottom
  private final Map<String, Double> across = new HashMap<>(); // 0 to 1
  private final StringBuilder svg = new StringBuilder();

  /// @param known without circles
  Drawing(Map<String, Set<String>> known) {
    known.keySet().forEach(name -> rows.put(name, row(name, known)));
    known.keySet().forEach(name -> below.put(name, new TreeSet<>()));
    known.forEach((name, others) ->
        others.stream()
            .filter(other -> others.stream().noneMatch(via -> leads(via, other, known)))
            .forEach(other -> line(name, other)));
    order();
  }

  private static int row(String name, Map<String, Set<String>> known) {
    return known.get(name).stream().mapToInt(other -> row(other, known) + 1).max().orElse(0);
  }

  private static boolean leads(String from, String to, Map<String, Set<String>> known) {
    return known.get(from).stream().anyMatch(next -> next.equals(to) || leads(next, to, known));
  }

  /// One that passes rows has a bend in each.
  private void line(String from, String to) {
    String last = from;
    for (int row = rows.get(from) - 1; row > rows.get(to); row--) {
      String bend = from + ">" + to + "@" + row;
      rows.put(bend, row);
      below.put(bend, new TreeSet<>());
      below.get(last).add(bend);
      last = bend;
    }
    below.get(last).add(to);
  }

  private static boolean isBend(String name) {
    return name.contains("@");
  }

  /// Each goes to where those are that it is joined with, again and again.
  private void order() {
    for (int row = 0; row <= top(); row++) {
      place(inRow(row).sorted().toList());
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean isUp = sweep % 2 == 0;
      for (int i = 0; i <= top(); i++) {
        place(
            inRow(isUp ? i : top() - i)
                .sorted(
                    Comparator.<String>comparingDouble(name -> middle(name, isUp))
                        .thenComparing(name -> name))
                .toList());
      }
    }
  }

  private int top() {
    return rows.values().stream().mapToInt(row -> row).max().orElse(0);
  }

  private Stream<String> inRow(int row) {
    return rows.entrySet().stream().filter(each -> each.getValue() == row).map(Map.Entry::getKey);
  }

  private double middle(String name, boolean isUp) {
    return joined(name, isUp).stream().mapToDouble(across::get).average().orElse(across.get(name));
  }

  private List<String> joined(String name, boolean isUp) {
    return isUp
        ? List.copyOf(below.get(name))
        : below.keySet().stream().filter(other -> below.get(other).contains(name)).toList();
  }

  /// As wide as their names; a bend is narrow.
  private void place(List<String> row) {
    double all = row.stream().mapToInt(Drawing::room).sum();
    double gap = (WIDTH - all) / (row.size() + 1);
    double x = gap;
    for (String name : row) {
      across.put(name, (x + room(name) / 2.0) / WIDTH);
      x += room(name) + gap;
    }
  }

  private static int room(String name) {
    return isBend(name) ? 4 : name.length() * LETTER + 28;
  }

  String svg() {
    int height = (top() + 1) * ROW;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14" role="img">
        <title>The packages of Small Steps, each above those that it knows</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, height));
    below.forEach((from, others) -> others.forEach(to -> line(from, to, height)));
    below.keySet().stream().filter(name -> !isBend(name)).forEach(name -> box(name, height));
    return svg.append("</svg>\n").toString();
  }

  private void line(String from, String to, int height) {
    int x1 = x(from);
    int y1 = y(from, height) + (isBend(from) ? 0 : BOX / 2);
    int x2 = x(to);
    int y2 = y(to, height) - (isBend(to) ? 0 : BOX / 2);
    int half = (y1 + y2) / 2;
    svg.append(
        "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#8a94a6\"/>\n"
            .formatted(x1, y1, x1, half, x2, half, x2, y2));
  }

  private void box(String name, int height) {
    boolean isMachinery = !ArchitectureTest.ROOMS.contains(name);
    svg.append(
        """
        <rect x="%d" y="%d" width="%d" height="%d" rx="%d" fill="%s" stroke="#5a6578"/>
        <text x="%d" y="%d" text-anchor="middle" fill="#1c2430">%s</text>
        """
            .formatted(
                x(name) - room(name) / 2,
                y(name, height) - BOX / 2,
                room(name),
                BOX,
                isMachinery ? 0 : 10,
                isMachinery ? "#e6e9ef" : "#e3f3e6",
                x(name),
                y(name, height) + 5,
                name));
  }

  private int x(String name) {
    return (int) Math.round(across.get(name) * WIDTH);
  }

  private int y(String name, int height) {
    return height - ROW / 2 - rows.get(name) * ROW;
  }
}
