package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.View;

/// A plan that only its owner may change, and the owner leaves the workspace.
class OwnerGoneTest extends OwnScene {

  @BeforeEach
  void onlyAlvaMayChangeThePlan() {
    scene.alva.command(scene.channel, "/nudge fredag 13:15");
    scene.alva.command(scene.channel, "/nudge bara jag");
    assertThat(scene.answer(scene.ben, "/nudge paus")).contains("bara <@" + scene.alva.id());
    scene.clock.set(Scene.BEGINNING.plus(Duration.ofMinutes(10)));
  }

  @Test
  void onceTheOwnerHasLeftOthersMayChangeThePlanAndAreToldSo() {
    scene.whoeverIsAskedForHasLeft();

    assertThat(scene.answer(scene.ben, "/nudge paus")).contains("inte kvar", "pausa");
    assertThat(scene.answer(scene.cleo, "/nudge resume")).doesNotContain("no longer", "only");
  }

  @Test
  void whoHasLeftIsAskedForAgainByTheForm() {
    scene.whoeverIsAskedForHasLeft();

    scene.ben.command(scene.channel, "/nudge");
    assertThat(scene.modal(scene.ben).actionIds()).contains("nudge_time");
    assertThat(scene.modal(scene.ben).shown()).contains("inte kvar");
  }

  @Test
  void whereNoFormOpensItIsToldInstead() {
    scene.whoeverIsAskedForHasLeft();
    scene.workspace.faults().refuse("views.open", "expired_trigger_id", 1);

    scene.ben.command(scene.channel, "/nudge");
    assertThat(scene.onlyFor(scene.ben).text()).contains("inte kvar");
  }

  @Test
  void whoSavesTheFormIsToldSoAlsoWhereItHadMistakesAtFirst() {
    scene.alva.command(scene.channel, "/nudge alla");
    scene.ben.command(scene.channel, "/nudge");
    View form = scene.modal(scene.ben);
    scene.alva.command(scene.channel, "/nudge bara jag");
    scene.clock.set(Scene.BEGINNING.plus(Duration.ofMinutes(20)));
    scene.whoeverIsAskedForHasLeft();

    scene.ben.submit(form, Map.of("nudge_digest_time", ""));
    assertThat(scene.modal(scene.ben).errors()).hasSize(1);
    scene.ben.submit(form, Map.of("nudge_digest_time", "15:00"));

    assertThat(scene.modal(scene.ben).shown()).contains("inte kvar");
  }

  @Test
  void whereSlackDoesNotTellThePlanStaysItsOwners() {
    scene.workspace.faults().status("users.info", 503, 3);

    assertThat(scene.answer(scene.ben, "/nudge paus")).contains("bara <@" + scene.alva.id());
  }
}
