package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.storage.Database;

/// The image's launcher, in a folder that stands in for its `/app`: reached by a link on the PATH,
/// as in the image, without the trained cache and without a temporary folder to write to.
class LauncherIT {
  private static final Path DOCKER = Path.of("src/main/docker");

  @TempDir Path folder;
  private Path app;
  private Jar launcher;

  @BeforeEach
  void standIn() throws IOException {
    assumeThat(Path.of("/bin/sh")).exists();
    app = Files.createDirectory(folder.resolve("an app"));
    Path script = Files.copy(DOCKER.resolve("smallsteps"), app.resolve("smallsteps"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("r-xr-xr-x"));
    String flags = Files.readString(DOCKER.resolve("jvm.flags"));
    Files.writeString(
        app.resolve("jvm.flags"), flags.replace("=/app", "=\"" + app + "\"") + noTemporaryFolder());
    Files.createSymbolicLink(app.resolve("smallsteps.jar"), Jar.file());
    unpackSqlite();
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("smallsteps"), script);
    launcher = new Jar(List.of(link.toString()), folder);
  }

  private static String noTemporaryFolder() {
    return "-Djava.io.tmpdir=/nonexistent\n";
  }

  private void unpackSqlite() throws IOException {
    String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    try (var jar = new JarFile(Jar.file().toFile());
        var library =
            jar.getInputStream(
                jar.getJarEntry("org/sqlite/native/Linux/" + machine + "/libsqlitejdbc.so"))) {
      Files.copy(library, app.resolve("libsqlitejdbc.so"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "manifest", "export"})
  void eachCommandThatOnlyReadsAnswersAndWritesNothing(String command) throws Exception {
    Database.open(url()).close();

    var ended = launcher.run(variables(), command);

    // Java's own, of the cache and the folder that are missing on purpose
    assertThat(ended.err().lines())
        .allMatch(line -> line.contains("[error][aot]") || line.contains("java.io.tmpdir"));
    assertThat(ended.exitCode()).isZero();
    assertThat(app.toFile().list())
        .containsExactlyInAnyOrder("smallsteps", "jvm.flags", "smallsteps.jar", "libsqlitejdbc.so");
  }

  @Test
  void aBackupIsMadeAndPutBackAndSomebodyIsForgotten() throws Exception {
    Database.open(url()).close();
    String copy = folder.resolve("å copy.db").toString();

    assertThat(launcher.run(variables(), "backup", copy).exitCode()).isZero();
    assertThat(launcher.run(variables(), "restore", "--force", copy).exitCode()).isZero();
    var forgotten = launcher.run(variables(), "forget", "--workspace", "T1", "--user", "U1");
    assertThat(forgotten.said()).doesNotContain("Exception").contains("U1");
  }

  @Test
  void whatIsMissingIsSaidInASentence() throws Exception {
    var doctor = launcher.run(variables(), "doctor");
    var run = launcher.run(variables(), "run");

    assertThat(doctor.exitCode()).isNotZero();
    assertThat(doctor.said()).contains("SLACK_BOT_TOKEN").doesNotContain("Exception");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.said()).contains("SLACK_BOT_TOKEN").doesNotContain("Exception");
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("smallsteps.db");
  }

  private Map<String, String> variables() {
    String javas = Path.of(System.getProperty("java.home"), "bin").toString();
    return Map.of("DATABASE_URL", url(), "PATH", javas + ":/usr/bin:/bin");
  }
}
