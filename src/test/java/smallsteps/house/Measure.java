package smallsteps.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// Measures a tree of sources: how large its packages, files and methods are, what takes many
/// parameters, and what stands twice. Nothing is judged. It needs no build, so that any two commits
/// can be compared: `java src/test/java/smallsteps/house/Measure.java [FOLDER]`.
public final class Measure {
  private static final int MANY_PARAMETERS = 5;
  private static final int REPEATED = 6;

  /// Of no weight of their own: what is empty, comments, imports, lone punctuation.
  private static final Pattern THIN = Pattern.compile("|//.*|import .*|package .*|@\\w+|\\W+");

  private final Path root;
  private final Map<String, int[]> packages = new TreeMap<>(); // files and lines
  private final List<Integer> files = new ArrayList<>();
  private final List<Integer> methods = new ArrayList<>();
  private final List<List<String>> heavy = new ArrayList<>(); // a file's lines that are not thin
  private int parameters;
  private int components;

  private Measure(Path root) {
    this.root = root;
  }

  /// @param args the folder with the packages; `src/main/java` where there is none
  public static void main(String... args) throws IOException {
    new Measure(Path.of(args.length == 0 ? "src/main/java" : args[0])).run();
  }

  private void run() throws IOException {
    List<Path> sources;
    try (Stream<Path> found = Files.walk(root)) {
      sources = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path source : sources) {
      file(source);
    }
    parse(sources);
    print();
  }

  private void file(Path source) throws IOException {
    List<String> lines = Files.readAllLines(source);
    Path folder = root.relativize(source.getParent());
    int[] sums = packages.computeIfAbsent(folder.toString(), _ -> new int[2]);
    sums[0]++;
    sums[1] += lines.size();
    files.add(lines.size());
    heavy.add(
        lines.stream()
            .map(line -> line.strip().replaceAll("\\s+", " "))
            .filter(line -> !THIN.matcher(line).matches())
            .toList());
  }

  private void parse(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Members(unit, positions).scan(unit, null);
      }
    }
  }

  private final class Members extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private Members(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        methods.add(line(positions.getEndPosition(unit, method) - 1) - line(start(method)) + 1);
      }
      if (method.getParameters().size() > MANY_PARAMETERS) {
        parameters++;
      }
      return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      boolean isRecord = type.getKind() == Tree.Kind.RECORD;
      if (isRecord && type.getMembers().stream().filter(this::isField).count() > MANY_PARAMETERS) {
        components++;
      }
      return super.visitClass(type, nothing);
    }

    /// In a record each is a component.
    private boolean isField(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private long start(Tree tree) {
      return positions.getStartPosition(unit, tree);
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }

  private void print() {
    System.out.println("| package | files | lines |\n|---|---:|---:|");
    packages.forEach(
        (name, sums) -> System.out.printf("| %s | %d | %d |%n", name, sums[0], sums[1]));
    System.out.println("\n| of | count | median | 90th percentile | longest |");
    System.out.println("|---|---:|---:|---:|---:|");
    spread("files, in lines", files);
    spread("methods and constructors, in lines", methods);
    System.out.printf(
        "%nMore than %d parameters: %d methods and constructors, %d records%n",
        MANY_PARAMETERS, parameters, components);
    System.out.printf("Stands again, %d lines and more: %s%n", REPEATED, repeated());
  }

  private static void spread(String of, List<Integer> lengths) {
    List<Integer> sorted = lengths.stream().sorted().toList();
    int last = sorted.size() - 1;
    System.out.printf(
        "| %s | %d | %d | %d | %d |%n",
        of, sorted.size(), sorted.get(last / 2), sorted.get(last * 9 / 10), sorted.get(last));
  }

  /// Runs of lines of which each six stand somewhere else too, to the letter but for white space.
  private String repeated() {
    Map<List<String>, Integer> windows = new HashMap<>();
    heavy.forEach(
        lines -> windows(lines).forEach(window -> windows.merge(window, 1, Integer::sum)));
    int runs = 0;
    int repeated = 0;
    for (List<String> lines : heavy) {
      BitSet again = again(lines, windows);
      repeated += again.cardinality();
      for (int i = again.nextSetBit(0); i >= 0; i = again.nextSetBit(again.nextClearBit(i))) {
        runs++;
      }
    }
    return runs + " places, " + repeated + " lines";
  }

  private static BitSet again(List<String> lines, Map<List<String>, Integer> windows) {
    var again = new BitSet();
    List<List<String>> own = windows(lines);
    for (int i = 0; i < own.size(); i++) {
      if (windows.get(own.get(i)) > 1) {
        again.set(i, i + REPEATED);
      }
    }
    return again;
  }

  private static List<List<String>> windows(List<String> lines) {
    var windows = new ArrayList<List<String>>();
    for (int i = 0; i + REPEATED <= lines.size(); i++) {
      windows.add(lines.subList(i, i + REPEATED));
    }
    return windows;
  }
}
