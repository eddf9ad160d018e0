package smallsteps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every statement in SQL that the compiled code holds, as it stands there: what a class uses is in
/// its instructions, put together from its parts already where these are constants.
public final class Statements {
  private static final Path CLASSES = Path.of("target/classes/smallsteps");
  private static final Pattern IS_SQL =
      Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE|WITH) [\\S\\s]*");

  /// What the place of a part is in a text that is put together when it runs.
  public static final String PART = "\u0001";

  private static final Pattern TEMPLATE = Pattern.compile("%(\\d\\$)?s|\\{\\w+\\}|" + PART);

  private Statements() {}

  /// @param where the class, without its package's beginning: `wins.WinStore`
  /// @param sql may have places for parts: `%s`, `{asked}` or PART
  public record Statement(String where, String sql) {
    public boolean isTemplate() {
      return TEMPLATE.matcher(sql).find();
    }
  }

  public static List<Statement> all() {
    try (var files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .flatMap(file -> in(model(file)))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel model(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Statement> in(ClassModel model) {
    String name = model.thisClass().asInternalName().replace('/', '.');
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .flatMap(Statements::texts)
        .filter(text -> IS_SQL.matcher(text).matches())
        .map(sql -> new Statement(name.replace("smallsteps.", ""), sql));
  }

  private static Stream<String> texts(CodeElement element) {
    Stream<? extends ConstantDesc> constants =
        switch (element) {
          case ConstantInstruction.LoadConstantInstruction loaded ->
              loaded.constantEntry() instanceof StringEntry text
                  ? Stream.of(text.stringValue())
                  : Stream.empty();
          case InvokeDynamicInstruction call -> call.bootstrapArgs().stream();
          default -> Stream.empty();
        };
    return constants.filter(String.class::isInstance).map(String.class::cast);
  }

  /// The statements that a class keeps, where it puts them together when it is loaded.
  public static Stream<Statement> keptBy(String where) {
    try {
      return Arrays.stream(Class.forName("smallsteps." + where).getDeclaredFields())
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .filter(field -> field.getType() == String.class)
          .map(Statements::value)
          .filter(text -> text.contains("?") && IS_SQL.matcher(text).matches())
          .map(sql -> new Statement(where, sql));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(Field field) {
    try {
      field.setAccessible(true);
      return Objects.requireNonNullElse((String) field.get(null), "");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
