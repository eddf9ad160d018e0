package smallsteps.principles;

import java.util.List;
import java.util.stream.Collectors;

/// One of the seven, word for word.
///
/// @param number 1 to 7
public record Principle(int number, String title, List<Passage> body) {
  public Principle {
    body = List.copyOf(body);
  }

  public sealed interface Passage {}

  public record Paragraph(String text) implements Passage {
    @Override
    public String toString() {
      return text;
    }
  }

  public record Bullets(List<Bullet> items) implements Passage {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.stream().map(Bullet::toString).collect(Collectors.joining("\n"));
    }
  }

  public record Bullet(String label, String text) {
    @Override
    public String toString() {
      return "• " + label + ": " + text;
    }
  }

  /// Its number and title: `3. Experimentera och iterera`.
  public String heading() {
    return number + ". " + title;
  }

  /// The body as plain text, a blank line between paragraphs.
  public String text() {
    return body.stream().map(Passage::toString).collect(Collectors.joining("\n\n"));
  }
}
