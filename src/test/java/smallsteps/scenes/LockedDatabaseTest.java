package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.storage.Migrated;

@ParameterizedClass
@EnumSource(Scene.Transport.class)
class LockedDatabaseTest {
  @Parameter Scene.Transport transport;

  @Test
  @Timeout(600)
  void whatCannotBeKeptIsNotAcknowledgedAndIsKeptWhenSlackSendsItAgain() throws Exception {
    try (var scene = new Scene(transport)) {
      scene.slackIsImpatient();
      String ts;
      try (Connection other = Migrated.connect(scene.database());
          var statement = other.createStatement()) {
        statement.execute(Migrated.LOCK);
        ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
        assertThat(scene.alva.command(scene.channel, "/smallthing x").message().text())
            .contains("ingenting sparades");
        statement.execute("ROLLBACK");
      }
      assertThat(scene.exported("win")).isEmpty();

      // An attempt may still be under way that waited for the lock: Slack goes on until it is
      // heard.
      scene.workspace.retryUntilAcknowledged();

      scene.workspace.await(
          "the seedling",
          () ->
              scene
                  .workspace
                  .message(scene.channel, ts)
                  .filter(message -> message.reactions().containsKey("seedling")));
      assertThat(scene.win(ts)).isPresent();
    }
  }
}
