package smallsteps.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.MalformedException;

class WhoseOfPayloadTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void whereNoTeamIsNamedTheOrganisationIsTheInstallation(String team) {
    assertThat(command(team, "E1").workspace(null)).contains("E1");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void whereNothingIsNamedItIsNotSlacks(String none) {
    assertThatThrownBy(() -> command(none, none).workspace(null))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void theTeamGoesBeforeTheOrganisation() {
    assertThat(command("T1", "E1").workspace(null)).contains("T1");
  }

  private static Whose command(String team, String organisation) {
    var payload = new SlashCommandPayload();
    payload.setTeamId(team);
    payload.setEnterpriseId(organisation);
    return Whose.of(payload);
  }
}
