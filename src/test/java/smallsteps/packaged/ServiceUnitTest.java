package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The unit for a machine with systemd, as systemd itself reads it.
class ServiceUnitTest {
  private static final String UNIT = "src/main/systemd/smallsteps.service";
  private static final Path SYSTEMD = Path.of("/usr/bin/systemd-analyze");

  /// Of 100: what a service may reach that needs none of it.
  private static final String MOST_EXPOSED = "20";

  @BeforeEach
  void thereIsSystemd() {
    assumeTrue(Files.isExecutable(SYSTEMD), "there is no systemd-analyze (Debian: systemd)");
  }

  @Test
  void systemdUnderstandsAllOfIt() throws Exception {
    assertThat(analyzed("verify", UNIT)).isEmpty();
  }

  @Test
  void itReachesLittleOfItsMachine() throws Exception {
    assertThat(analyzed("security", "--offline=true", "--threshold=" + MOST_EXPOSED, UNIT))
        .contains("Overall exposure level");
  }

  private static String analyzed(String... words) throws Exception {
    List<String> command = Stream.concat(Stream.of(SYSTEMD.toString()), Stream.of(words)).toList();
    Process systemd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(systemd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(systemd.waitFor()).as(said).isZero();
    return said;
  }
}
