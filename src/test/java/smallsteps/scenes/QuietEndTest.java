package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("other tests have threads as well")
class QuietEndTest {
  @Test
  void aBotThatEndsLeavesNoConnectionAndNoThreadThatKeepsTheProcess() throws Exception {
    Set<Thread> before = lasting();
    var scene = new Scene(Scene.Transport.SOCKET_MODE);
    scene.alva.command(scene.channel, "/principle 3");
    scene.stopBot();
    scene.workspace.await(
        "the end", () -> Optional.of(true).filter(_ -> !scene.workspace.isConnected()));
    scene.close();

    Set<Thread> left = lasting();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(5000);
    }
    assertThat(left).noneMatch(Thread::isAlive);
  }

  private static Set<Thread> lasting() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(Thread::isDaemon);
    return threads;
  }
}
