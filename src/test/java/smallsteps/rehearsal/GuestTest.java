package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;

/// Other organisations in shared channels, and whole ones that install the app, in Slack's words.
class GuestTest {
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.start(0, new SetClock());
    workspace.install(TestManifest.json());
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void anEventOfAGuestNamesBothTeams() {
    Person dana = workspace.guest();
    dana.say(workspace.channel("gemensamt"), "hej");
    JsonObject envelope = workspace.events().getLast();

    assertThat(envelope.getString("team_id")).isEqualTo("T0PARTNER01");
    assertThat(envelope.getBoolean("is_ext_shared_channel")).isTrue();
    assertThat(envelope.getJsonArray("authorizations").getJsonObject(0).getString("team_id"))
        .isEqualTo(workspace.teamId());
    assertThat(envelope.getJsonObject("event").getString("user_team")).isEqualTo("T0PARTNER01");
    workspace.alva().say(workspace.channel("små-steg"), "hej");
    assertThat(workspace.events().getLast().getString("team_id")).isEqualTo(workspace.teamId());
  }

  @Test
  void aGuestHasNoCommands() {
    Person dana = workspace.guest();
    assertThat(dana.command(workspace.channel("gemensamt"), "/principle 3").error())
        .isEqualTo("invalid_command");
    assertThat(workspace.notices(dana)).hasSize(1);
  }

  @Test
  void whereAWholeOrganisationHasInstalledItNoTeamIsNamed() {
    workspace.installOrganisationWide();
    workspace.alva().say(workspace.channel("små-steg"), "hej");
    JsonObject authorization =
        workspace.events().getLast().getJsonArray("authorizations").getJsonObject(0);

    assertThat(authorization.get("team_id")).isEqualTo(JsonValue.NULL);
    assertThat(authorization.getString("enterprise_id")).isEqualTo("E0REHEARSE1");
  }
}
