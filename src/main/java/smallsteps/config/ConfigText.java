package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smallsteps.SetupException;

/// The bytes of a file of `config/`, read as what they have to be: a JSON object in UTF-8.
final class ConfigText {
  /// Kept: each search for the library takes longer than a file. A parser of the library's hears of
  /// keys that stand there twice by this name alone.
  private static final JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of("org.eclipse.parsson.rejectDuplicateKeys", true));

  /// As the library says that a key stands there twice.
  private static final Pattern TWICE = Pattern.compile("(?i)duplicate key '([^']*)'");

  private ConfigText() {}

  /// @throws SetupException with what is wrong, and where
  static JsonObject object(String name, byte[] bytes) {
    String text = text(name, bytes);
    if (text.isBlank()) {
      throw wrong(name, "is empty. Put a JSON object into it, {} at least, or take it away.");
    }
    JsonValue value = value(name, text);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "is JSON, but " + kind(value) + " and no object: it has to begin with {.");
  }

  private static JsonValue value(String name, String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      return value(name, parser);
    }
  }

  /// What the library refuses it refuses by an exception of another kind each.
  private static JsonValue value(String name, JsonParser parser) {
    try {
      parser.next();
      JsonValue value = parser.getValue();
      parser.hasNext(); // refuses whatever stands behind it
      return value;
    } catch (JsonParsingException e) {
      throw wrong(name, notJson(e.getLocation()));
    } catch (IllegalStateException e) {
      throw wrong(name, "has " + twice(e) + " twice in one object: keep one, by " + line(parser));
    } catch (NumberFormatException | UnsupportedOperationException e) {
      throw wrong(name, "holds a number that is too long: write a shorter one, by " + line(parser));
    } catch (RuntimeException e) {
      if (e.getClass() != RuntimeException.class) {
        throw e; // of too many brackets the library says no more than that
      }
      throw wrong(
          name, "is nested too deep: look for brackets that are not closed, by " + line(parser));
    }
  }

  private static String kind(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> "a list";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case TRUE, FALSE, NULL, OBJECT -> "a single word";
    };
  }

  private static String notJson(JsonLocation at) {
    return "is not JSON: look at line "
        + at.getLineNumber()
        + ", column "
        + at.getColumnNumber()
        + ", and at the end of what stands before: a comma, a quote or a bracket is missing there"
        + " or one too many.";
  }

  private static String twice(IllegalStateException e) {
    Matcher twice = TWICE.matcher(String.valueOf(e.getMessage()));
    return twice.find() ? "the key \"" + twice.group(1) + "\"" : "a key";
  }

  private static String line(JsonParser parser) {
    return "line " + parser.getLocation().getLineNumber() + ".";
  }

  private static SetupException wrong(String name, String what) {
    return new SetupException("The configuration file " + name + " " + what);
  }

  /// A byte order mark of UTF-8 is let pass: Windows' editors put one there.
  private static String text(String name, byte[] bytes) {
    Optional<String> other = otherEncoding(bytes);
    if (other.isPresent()) {
      throw wrong(name, "is in " + other.get() + ": save it in the encoding UTF-8.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw wrong(
          name,
          "is not in UTF-8, by line "
              + lineThatIsNot(bytes)
              + ": it seems to be in Windows-1252 or Latin-1. Save it in the encoding UTF-8.");
    }
  }

  private static Optional<String> otherEncoding(byte[] bytes) {
    boolean hasBigMark = begins(bytes, 0xFE, 0xFF);
    boolean hasLittleMark = begins(bytes, 0xFF, 0xFE);
    boolean isZeroed = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    if (begins(bytes, 0xFF, 0xFE, 0, 0) || begins(bytes, 0, 0)) {
      return Optional.of("UTF-32");
    }
    return hasBigMark || hasLittleMark || isZeroed ? Optional.of("UTF-16") : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineThatIsNot(byte[] bytes) {
    Charset utf8 = StandardCharsets.UTF_8;
    int line = 1;
    for (String each : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      byte[] own = each.getBytes(StandardCharsets.ISO_8859_1);
      if (!each.equals(
          new String(new String(own, utf8).getBytes(utf8), StandardCharsets.ISO_8859_1))) {
        return line;
      }
      line++;
    }
    return 1;
  }
}
