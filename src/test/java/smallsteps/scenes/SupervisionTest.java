package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smallsteps.storage.Migrated;
import smallsteps.supervision.Supervisor;

/// What must live as long as the bot is ended from outside.
@Timeout(600)
class SupervisionTest extends OwnScene {
  private static final List<String> OF_THE_ENGINE =
      Migrated.IS_POSTGRES
          ? List.of("vacuum")
          : List.of("writer", "writer-patience", "checkpoints");

  private final AtomicReference<String> victim = new AtomicReference<>();
  private final Set<String> unborn = ConcurrentHashMap.newKeySet();

  @Override
  Scene.Transport transport() {
    return Scene.Transport.SOCKET_MODE;
  }

  @Test
  void eachPartThatEndsIsNamedInHealthAndComesBack() throws Exception {
    scene.stopBot();
    var supervisor = new Supervisor(this::end);
    scene.startBot(supervisor);
    assertThat(unborn).contains("who-am-i", "socket-watch").containsAll(OF_THE_ENGINE);
    scene.workspace.await(
        "who-am-i to be done",
        () -> Optional.of(supervisor.parts()).filter(parts -> !parts.contains("who-am-i")));
    scene.workspace.await(
        "all to be back",
        () ->
            Optional.of(unborn)
                .filter(born ->
                    born.containsAll(supervisor.parts()) && supervisor.problems().isEmpty()));
    assertThat(supervisor.parts())
        .containsAll(OF_THE_ENGINE)
        .contains("socket-watch", "giving-up", "quartz", "outbox", "clock-watch");

    // Quartz's step is its whole life: it has ended, and come back, at its first.
    for (String part : supervisor.parts().stream().filter(p -> !p.equals("quartz")).toList()) {
      victim.set(part);
      assertThat(scene.illHealth()).contains("The part " + part + " is down");
      victim.set(null);
      scene.workspace.await(
          part + " to be back",
          () -> Optional.of(part).filter(_ -> supervisor.problems().isEmpty()));
    }

    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: trots allt");
    assertThat(scene.message(ts).reactions()).containsKey("seedling");
    assertThat(scene.win(ts)).isPresent();
  }

  /// Each ends at its first step, and then whenever it is the victim.
  private void end(String part) {
    if (unborn.add(part) || part.equals(victim.get())) {
      throw new OutOfMemoryError("by a test");
    }
  }
}
