package smallsteps.principles;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.PrincipleNumber;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;
import smallsteps.config.ConfigObject;

/// What `config/principles/sv.json` holds, and its like in another language.
///
/// @param source whose words the principles are
record PrinciplesFile(String language, String source, String sourceUrl, List<Entry> principles) {

  /// A header in Slack holds 150 characters, and the number stands before the title.
  private static final int LONGEST_TITLE = 140;

  /// A message of more than about 13,000 characters in its blocks is refused.
  private static final int LONGEST_BODY = 9_000;

  record Entry(int number, String title, List<Part> body) {}

  /// One of the two.
  record Part(Optional<String> paragraph, Optional<List<Point>> bullets) {}

  record Point(String label, String text) {}

  /// @param fallback whose words stand where a new language leaves something out
  /// @throws SetupException with everything that is wrong in the file
  static PrinciplesFile read(ConfigFiles files, Language language, Language fallback) {
    String name = name(language);
    var file = ConfigObject.read(files, "principles", language, fallback, PrinciplesFile::of);
    List<String> problems = file.problems(language);
    if (!problems.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", problems) + ".");
    }
    return file;
  }

  private static PrinciplesFile of(ConfigObject file) {
    return new PrinciplesFile(
        file.text("language"),
        file.text("source"),
        file.text("source_url"),
        file.list("principles", PrinciplesFile::entry));
  }

  private static Entry entry(ConfigObject entry) {
    return new Entry(
        entry.number("number"), entry.text("title"), entry.list("body", PrinciplesFile::part));
  }

  private static Part part(ConfigObject part) {
    return new Part(
        part.optionalText("paragraph"),
        part.optional("bullets", key -> part.list(key, PrinciplesFile::point)));
  }

  private static Point point(ConfigObject point) {
    return new Point(point.text("label"), point.text("text"));
  }

  static String name(Language language) {
    return "principles/" + language.code() + ".json";
  }

  /// The seven in their order.
  List<Principle> inOrder() {
    return principles.stream()
        .sorted(Comparator.comparingInt(Entry::number))
        .map(PrinciplesFile::principle)
        .toList();
  }

  private List<String> problems(Language expected) {
    var problems = new ArrayList<String>();
    if (!language.equals(expected.code())) {
      problems.add("\"language\" must be \"" + expected.code() + "\", as the file's name says");
    }
    if (source.isBlank() || !isWebAddress(sourceUrl)) {
      problems.add("\"source\" must say whose words these are, \"source_url\" an https address");
    }
    List<Integer> numbers = principles.stream().map(Entry::number).sorted().toList();
    if (!numbers.equals(PrincipleNumber.all().boxed().toList())) {
      problems.add(
          "the principles must be numbered 1 to "
              + PrincipleNumber.LAST
              + ", each once, and are "
              + numbers);
    }
    for (Entry entry : principles) {
      problem(entry).ifPresent(p -> problems.add("principle " + entry.number() + " " + p));
    }
    return problems;
  }

  private static Optional<String> problem(Entry entry) {
    if (entry.title().isBlank()) {
      return Optional.of("has no title");
    } else if (entry.title().length() > LONGEST_TITLE) {
      return Optional.of("has a title of more than " + LONGEST_TITLE + " characters");
    } else if (entry.body().isEmpty() || !entry.body().stream().allMatch(PrinciplesFile::isWhole)) {
      return Optional.of("needs a body, each part of it with a \"paragraph\" or with \"bullets\"");
    } else if (principle(entry).text().length() > LONGEST_BODY) {
      return Optional.of("has a body of more than " + LONGEST_BODY + " characters");
    }
    return Optional.empty();
  }

  private static boolean isWhole(Part part) {
    boolean paragraph = part.paragraph().filter(text -> !text.isBlank()).isPresent();
    boolean bullets =
        part.bullets()
            .filter(points -> !points.isEmpty())
            .filter(all -> all.stream().noneMatch(p -> p.label().isBlank() || p.text().isBlank()))
            .isPresent();
    return paragraph != bullets && part.paragraph().isPresent() != part.bullets().isPresent();
  }

  private static boolean isWebAddress(String url) {
    try {
      return List.of("https", "http").contains(String.valueOf(URI.create(url).getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Principle principle(Entry entry) {
    return new Principle(
        entry.number(), entry.title(), entry.body().stream().map(PrinciplesFile::passage).toList());
  }

  private static Principle.Passage passage(Part part) {
    return part.paragraph()
        .<Principle.Passage>map(Principle.Paragraph::new)
        .orElseGet(() ->
            new Principle.Bullets(
                part.bullets().orElseThrow().stream()
                    .map(p -> new Principle.Bullet(p.label(), p.text()))
                    .toList()));
  }
}
