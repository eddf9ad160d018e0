package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Message;
import smallsteps.storage.Migrated;

class SpreadTest extends EachTransport {

  @Test
  void whoDidItTooSaysSoWithAButtonAndTheIdeaIsSeenToTravel() {
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    Message first = scene.lastMessage();
    scene.ben.press(first, "win_too");
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    Message second = scene.lastMessage();

    assertThat(second.threadTs()).isEqualTo(first.ts());
    assertThat(second.text())
        .contains(
            "<@" + scene.ben.id() + "> gjorde det också.",
            "Idén har nu nått 2 personer i 1 kanal.");
    assertThat(scene.win(second.ts()).orElseThrow().getString("user")).isEqualTo(scene.ben.id());

    scene.cleo.press(second, "win_too");
    assertThat(scene.modal(scene.cleo).shown()).contains("The idea has now reached 2 people");
    assertThat(
            scene
                .cleo
                .submit(scene.modal(scene.cleo), Map.of("spread_text", "anonymt\u00A0på engelska"))
                .body()
                .getJsonObject("errors"))
        .containsOnlyKeys("spread_text");
    scene.cleo.submit(scene.modal(scene.cleo), Map.of("spread_text", "fast på engelska"));
    assertThat(scene.lastMessage().text())
        .contains("gjorde det också: fast på engelska", "Idén har nu nått 3 personer i 1 kanal.");
  }

  @Test
  void aMessageOfSomebodyElsesIsFollowedByTheShortcutAlsoIntoAnotherChannel() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: <hemlig> idé");
    var other = scene.workspace.channel("allmänt");
    scene.ben.messageShortcut("did_it_too", scene.channel, ts);

    var silent = scene.ben.submit(scene.modal(scene.ben), Map.of("spread_channel", other.id()));
    assertThat(silent.body().getJsonObject("errors")).containsOnlyKeys("spread_text");
    scene.ben.submit(
        scene.modal(scene.ben),
        Map.of("spread_channel", other.id(), "spread_text", "frågade först"));
    scene.bot().awaitIdle();

    Message told = scene.workspace.messages(other).getLast();
    assertThat(told.text())
        .contains("gjorde det också: frågade först", "2 personer i 2 kanaler")
        .doesNotContain("hemlig", scene.channel.id(), scene.alva.id());
  }

  @Test
  void onesOwnOneDoneAlreadyAndNoSmallThingAreToldSo() {
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    Message first = scene.lastMessage();
    scene.alva.press(first, "win_too");
    assertThat(noteFor(scene.alva)).contains("din egen lilla sak");
    scene.ben.press(first, "win_too");
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    scene.bot().awaitIdle();
    scene.ben.press(first, "win_too");
    assertThat(noteFor(scene.ben)).contains("Du är redan med");
    String chat = scene.alva.say(scene.channel, "God morgon!");
    scene.cleo.messageShortcut("did_it_too", scene.channel, chat);
    assertThat(noteFor(scene.cleo)).contains("not a small thing");
    assertThat(scene.exported("win")).hasSize(2);
  }

  @Test
  void bordersAreCountedFromWhatPeopleSayOfThemselvesAndNothingOfItIsShown() {
    tags(scene.alva, "Jurist", "Kommunen");
    tags(scene.cleo, "Teacher", "NHS");
    tags(scene.ben, "utvecklare", "kommunen");
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.ben.press(scene.lastMessage(), "win_too");
    scene.ben.submit(scene.modal(scene.ben), Map.of());

    assertThat(scene.lastMessage().text())
        .contains("över gränser: 2 yrken.")
        .doesNotContainIgnoringCase("jurist", "utvecklare", "kommunen", "organisation");
    scene.ben.globalShortcut("spread_tags");
    assertThat(scene.modal(scene.ben).json().toString())
        .contains("utvecklare")
        .doesNotContain("Jurist");
  }

  @Test
  void whoEmptiesTheirTagsCrossesNoBorderAnyMore() {
    tags(scene.alva, "Jurist", "Kommunen");
    tags(scene.ben, "utvecklare", "regionen");
    scene.ben.globalShortcut("spread_tags");
    scene.ben.submit(
        scene.modal(scene.ben), Map.of("spread_profession", " ", "spread_organisation", ""));
    assertThat(scene.modal(scene.ben).shown()).contains("Nu finns inget sparat");
    scene.ben.close(scene.modal(scene.ben));

    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.ben.press(scene.lastMessage(), "win_too");
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    assertThat(scene.lastMessage().text()).contains("2 personer").doesNotContain("gränser");
  }

  @Test
  void aSmallThingThatIsForOneselfAloneIsNobodyElsesToFollow() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_hide");
    scene.ben.messageShortcut("did_it_too", scene.channel, ts);
    assertThat(noteFor(scene.ben)).contains("ingen liten sak");
  }

  @Test
  void whereTheSmallThingCannotBeKeptNoLinkIsKeptEither() throws Exception {
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.ben.press(scene.lastMessage(), "win_too");
    scene.change(
        Migrated.IS_POSTGRES
            ? "ALTER TABLE win ADD CHECK (deleted = 1) NOT VALID"
            : "CREATE TRIGGER no_win BEFORE INSERT ON win"
                + " BEGIN SELECT RAISE(ABORT, 'not now'); END");
    scene.slackIsImpatient(); // it is not acknowledged
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    scene.bot().awaitIdle();

    assertThat(scene.count("win_link")).isZero();
  }

  @Test
  void aForgottenPersonAndAnErasedSmallThingAreNotCounted() {
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    Message first = scene.lastMessage();
    scene.ben.press(first, "win_too");
    scene.ben.submit(scene.modal(scene.ben), Map.of());
    scene.cleo.deleteAsAdministrator(scene.channel, scene.lastMessage().ts());
    scene.cleo.press(first, "win_too");
    assertThat(scene.modal(scene.cleo).shown()).doesNotContain("has now reached");
  }

  private void tags(Person person, String profession, String organisation) {
    person.globalShortcut("spread_tags");
    person.submit(
        scene.modal(person),
        Map.of("spread_profession", profession, "spread_organisation", organisation));
    person.close(scene.modal(person));
  }

  private String noteFor(Person person) {
    return scene.onlyFor(person).text();
  }
}
