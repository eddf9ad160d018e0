package smallsteps.rehearsal.scenes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What can be done in a scene, each with the fields that it needs and those that it may have.
enum Action {
  SAY("who in text", "as"),
  REPLY("who to text", "as broadcast"),
  EDIT("who to text", ""),
  DELETE("who to", ""),
  REACT("who to emoji", ""),
  UNREACT("who to emoji", ""),
  COMMAND("who in text", "as"),
  PRESS("who to action", "value as"),
  CHOOSE("who to action value", "as"),
  SHORTCUT("who name", "to"),
  SUBMIT("who", "values as"),
  CLOSE("who", ""),
  HOME("who", ""),
  INVITE("who in whom", ""),
  REMOVE("who in whom", ""),
  ARCHIVE("who in", ""),
  UNARCHIVE("who in", ""),
  FIND("as words", "in who"),
  FAULT("name", "who in"),
  WAIT("", "");

  private final List<String> needed;
  private final List<String> optional;

  Action(String needed, String optional) {
    this.needed = words(needed);
    this.optional = words(optional);
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(" "));
  }

  List<String> needed() {
    return needed;
  }

  Set<String> fields() {
    Set<String> fields = new TreeSet<>(needed);
    fields.addAll(optional);
    fields.addAll(List.of("do", "at"));
    return fields;
  }

  static Optional<Action> named(String name) {
    return Arrays.stream(values()).filter(each -> each.word().equals(name)).findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String all() {
    return Arrays.stream(values()).map(Action::word).collect(Collectors.joining(", "));
  }
}
