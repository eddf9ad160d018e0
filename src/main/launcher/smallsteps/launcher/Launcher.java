package smallsteps.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Starts the bot on a Java that can run it. {@code java -jar smallsteps.jar} works as soon as a JDK
 * 25 or newer is installed somewhere usual, even when {@code java} itself is older; this class
 * alone is compiled for Java 11.
 */
public final class Launcher {
  private static final int NEEDED = 25;
  private static final String MAIN = "smallsteps.app.Main";

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() >= NEEDED) {
      Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
      return;
    }
    Path java = newEnoughJava();
    if (java == null) {
      System.err.println(
          "Small Steps needs Java "
              + NEEDED
              + " or newer; this is Java "
              + Runtime.version().feature()
              + ".");
      System.err.println(
          "Install a JDK "
              + NEEDED
              + " (for example from https://adoptium.net), or set JAVA_HOME to one, and start again.");
      System.exit(2);
    }
    System.exit(run(java, args));
  }

  /**
   * Runs the same jar on the other Java, passes on its exit code, and takes it along when we are
   * told to end.
   */
  private static int run(Path java, String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("--enable-native-access=ALL-UNNAMED");
    // Killed outright, we cannot tell the child: it watches this process and ends with it.
    command.add("-Dsmallsteps.launcher=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.addAll(List.of(args));
    Process child = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              child.destroy();
              try {
                child.waitFor();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    return child.waitFor();
  }

  private static Path newEnoughJava() {
    for (Path home : homes()) {
      Path java = home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
      if (Files.isExecutable(java) && feature(home) >= NEEDED) {
        return java;
      }
    }
    return null;
  }

  private static List<Path> homes() {
    List<Path> homes = new ArrayList<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().startsWith("JAVA_HOME") || variable.getKey().equals("JDK_HOME")) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    String user = System.getProperty("user.home");
    for (String folder :
        List.of(
            "/usr/lib/jvm",
            "/opt",
            "/opt/java",
            "/Library/Java/JavaVirtualMachines",
            "C:\\Program Files\\Java",
            "C:\\Program Files\\Eclipse Adoptium",
            user + "/.sdkman/candidates/java",
            user + "/.jdks")) {
      Path jvms = Path.of(folder);
      if (!Files.isDirectory(jvms)) {
        continue;
      }
      try (DirectoryStream<Path> found = Files.newDirectoryStream(jvms)) {
        for (Path home : found) {
          homes.add(home);
          homes.add(home.resolve("Contents").resolve("Home"));
        }
      } catch (IOException unreadable) {
        System.err.println("Could not look for Java in " + jvms + ": " + unreadable.getMessage());
      }
    }
    return homes;
  }

  /** The Java version of a JDK's {@code release} file; 0 when it has none that can be read. */
  private static int feature(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException unreadable) {
      return 0;
    }
  }
}
