package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `/metrics` tells, and whether Prometheus reads it well.
class MetricsTest extends OwnScene {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  @Test
  void everyFigureSaysWhatItIs() {
    List<String> lines = scrapedAfterSomeUse().lines().toList();

    Set<String> explained = named(lines, "# HELP ");
    Set<String> typed = named(lines, "# TYPE ");
    assertThat(explained).isEqualTo(typed).isNotEmpty();
    assertThat(lines.stream().filter(line -> line.startsWith("# HELP ")))
        .allMatch(line -> line.split(" ", 4).length == 4 && !line.split(" ", 4)[3].isBlank());
    assertThat(lines.stream().filter(line -> !line.startsWith("#")).map(MetricsTest::name))
        .allMatch(name -> explained.stream().anyMatch(name::startsWith));
  }

  @Test
  void whoWatchesTheBotSeesWhatItKeepsAndHowItIs() {
    assertThat(scrapedAfterSomeUse())
        .contains(
            "smallsteps_wins 1.0",
            "smallsteps_nudges{state=\"posted\"} 1.0",
            "smallsteps_nudges{state=\"failed\"} 0.0",
            "smallsteps_connected 1.0",
            "smallsteps_last_backup_timestamp_seconds ",
            "smallsteps_database_size_bytes ",
            "smallsteps_build_info{version=",
            "smallsteps_web_api_calls_total{method=\"chat.postMessage\",outcome=\"ok\"} ",
            "smallsteps_connections_open ",
            "smallsteps_requests_refused_total{status=\"404\"} 1.0",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads");
  }

  @Test
  void prometheusFindsNothingToComplainOf() throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "there is no promtool (Debian: prometheus)");
    Process promtool =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var in = promtool.getOutputStream()) {
      in.write(scrapedAfterSomeUse().getBytes(StandardCharsets.UTF_8));
    }

    assertThat(new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(promtool.waitFor()).isZero();
  }

  private String scrapedAfterSomeUse() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte dörren");
    scene.alva.command(scene.channel, "/nudge now");
    scene.bot().awaitIdle();
    scene.page("/nothing");
    scene.bot().runNow("figures");
    return scene.page("/metrics").body();
  }

  private static Set<String> named(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.split(" ")[2])
        .collect(Collectors.toSet());
  }

  private static String name(String sample) {
    return sample.split("[ {]")[0];
  }
}
