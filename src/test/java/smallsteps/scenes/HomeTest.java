package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;
import smallsteps.storage.Migrated;

/// What a person finds under the bot's name, and does there.
class HomeTest extends EachTransport {

  @AfterEach
  void nothingWasWarnedOf() {
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void itIsThereAsSoonAsItIsOpenedInEachPersonsLanguage() {
    scene.alva.openHome();
    scene.cleo.openHome();

    assertThat(scene.home(scene.alva).shown())
        .contains("Veckans princip, vecka 48", "6. Arbeta gränsöverskridande", "Mina små saker")
        .contains("Här samlas de små saker");
    assertThat(scene.home(scene.cleo).shown())
        .contains("This week’s principle, week 48", "My small things", "The seven principles");
  }

  @Test
  void whatOneDoesIsSeenThereWithoutOpeningItAgain() {
    scene.alva.openHome();
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    assertThat(scene.home(scene.alva).shown())
        .contains(
            "Du har berättat om en liten sak.", "*23 november 2026* i <#", "märkte upp dörren")
        .contains("*Vecka 48:* ”märkte upp dörren”");

    scene.alva.edit(scene.channel, ts, "Jag gjorde en liten sak: märkte upp båda dörrarna");
    assertThat(scene.home(scene.alva).shown()).contains("båda dörrarna");

    scene.alva.delete(scene.channel, ts);
    assertThat(scene.home(scene.alva).shown()).contains("Här samlas").doesNotContain("dörrarna");
  }

  @Test
  void nobodysHomeIsMadeWhoHasNotOpenedItLately() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.bot().awaitIdle();
    assertThat(scene.workspace.calls("views.publish")).isEmpty();

    scene.alva.openHome();
    scene.home(scene.alva);
    scene.clock.set(Scene.BEGINNING.plusSeconds(3601));
    scene.alva.command(scene.channel, "/smallthing ringde en användare");
    assertThat(scene.home(scene.alva).shown()).doesNotContain("ringde en användare");
    assertThat(scene.workspace.calls("views.publish")).hasSize(1);
  }

  @Test
  void whatSaysTheSameIsNotPublishedAgain() {
    scene.alva.openHome();
    scene.home(scene.alva);
    scene.alva.say(scene.channel, "Hej på er!");
    scene.alva.command(scene.channel, "/principle 3");
    scene.home(scene.alva);

    assertThat(scene.workspace.calls("views.publish")).hasSize(1);
  }

  @Test
  void anEditChangesWhatIsKeptAndWhatTheBotHasShown() {
    scene.alva.command(scene.channel, "/smallthing mejlade om dörn");
    Message posted = scene.lastMessage();
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_edit");
    View modal = scene.modal(scene.alva);
    assertThat(modal.shown()).contains("mejlade om dörn", "Jag ändrar också det jag har visat");

    assertThat(
            scene
                .alva
                .submit(modal, Map.of("win_edit_text", " "))
                .body()
                .getString("response_action"))
        .isEqualTo("errors");
    scene.alva.submit(modal, Map.of("win_edit_text", "mejlade om dörren"));

    assertThat(scene.message(posted.ts()).text()).contains("mejlade om dörren");
    assertThat(scene.win(posted.ts()).orElseThrow().getString("text"))
        .isEqualTo("mejlade om dörren");
    assertThat(scene.home(scene.alva).shown()).contains("mejlade om dörren").doesNotContain("dörn");
  }

  @Test
  void onesOwnMessageStaysWhenTheWinIsDeletedAndTheBotsGoes() {
    String own = scene.alva.say(scene.channel, "Jag gjorde en liten sak: städade");
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    assertThat(scene.exported("win")).isEmpty();
    assertThat(scene.message(own).reactions()).isEmpty();

    scene.alva.command(scene.channel, "/smallthing mejlade");
    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    assertThat(scene.home(scene.alva).shown()).contains("Här samlas");
    assertThat(scene.messages()).extracting(Message::ts).containsExactly(own);
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void whatIsForMyselfIsInNobodyElsesListNorInTheExport() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_hide");

    assertThat(scene.home(scene.alva).shown()).contains("utanför kanalens listor");
    assertThat(scene.exported("win")).isEmpty();
    assertThat(scene.answer(scene.ben, "/smallthing lista")).doesNotContain("dörren");
    assertThat(scene.answer(scene.ben, "/smallthing sök dörren"))
        .doesNotContain("märkte upp dörren");
    assertThat(scene.answer(scene.alva, "/smallthing sök dörren")).contains("märkte upp dörren");
    assertThat(scene.answer(scene.alva, "/smallthing mina")).contains("märkte upp dörren");

    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde en användare");
    assertThat(scene.answer(scene.ben, "/smallthing sammanfattning"))
        .contains("ringde en användare")
        .doesNotContain("dörren");
    scene.chooses(scene.alva, "win_show");
    assertThat(scene.exported("win")).hasSize(2);
    assertThat(scene.answer(scene.ben, "/smallthing lista")).contains("dörren");
  }

  @Test
  void aButtonOpensNothingOfSomebodyElses() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.openHome();
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: städade");
    scene.ben.openHome();
    String alvas = key(scene.home(scene.alva));
    String bens = key(scene.home(scene.ben));
    assertThat(alvas).isNotEqualTo(bens);

    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.home(scene.ben).shown()).contains("städade");
  }

  @Test
  void aWeekBeginsAtMidnightHereAndOnesOwnAloneAreCounted() {
    scene.clock.set(Instant.parse("2026-11-29T23:30:00Z"));
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: städade");
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown())
        .contains("*Vecka 49:* ”märkte upp dörren”", "*30 november")
        .doesNotContain("städade");
  }

  @Test
  void whereTheLastOneOfAPageIsDeletedThePageBeforeIsShown() {
    for (int i = 1; i <= 11; i++) {
      scene.alva.say(scene.channel, "Jag gjorde en liten sak: nummer " + i);
    }
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "home_page:older");
    assertThat(scene.home(scene.alva).shown()).contains("11–11", "nummer 1\n");
    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    assertThat(scene.home(scene.alva).shown()).contains("1–10", "nummer 11");
  }

  @Test
  void whatCannotBeUndoneAsksFirst() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).json().toString()).contains("Radera allt som är ditt?");

    scene.chooses(scene.alva, "win_delete");
    View sure = scene.modal(scene.alva);
    assertThat(sure.title()).isEqualTo("Ta bort den här?");
    assertThat(sure.shown()).contains("”märkte upp dörren”", "raderas för gott");
    scene.alva.close(sure);
    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void onesOwnThingsComeFirstWithAMenuEachAndFewButtons() {
    for (int i = 1; i <= 6; i++) {
      scene.cleo.say(scene.channel, "I did a small thing: number " + i);
    }
    scene.cleo.openHome();

    View home = scene.home(scene.cleo);
    assertThat(home.shown())
        .startsWith("My small things")
        .containsSubsequence("My small things", "My data", "This week’s principle");
    String json = home.json().toString();
    assertThat(json.split("\"type\":\"button\"", -1)).hasSizeLessThanOrEqualTo(10 + 1);
    assertThat(json.split("\"type\":\"overflow\"", -1)).hasSize(6 + 1);
    assertThat(json).contains("Ask me in two weeks", "Edit", "Keep out of lists", "Delete");
  }

  @Test
  void aWeekWithoutAnyIsNotHeldUpToAnybodyAndNothingIsCounted() {
    scene.cleo.say(scene.channel, "I did a small thing: labelled the door");
    scene.clock.set(Instant.parse("2026-12-09T09:00:00Z"));
    scene.cleo.say(scene.channel, "I did a small thing: called a user");
    scene.cleo.openHome();

    String shown = scene.home(scene.cleo).shown();
    assertThat(shown.lines().filter(line -> line.startsWith("*Week ")))
        .containsExactly("*Week 50:* “called a user”", "*Week 48:* “labelled the door”");
  }

  @Test
  void ofManyChannelsTheFirstEightAreShownAndTheOthersCounted() {
    for (int i = 1; i <= 9; i++) {
      scene.alva.command(scene.workspace.openChannel("kanal-" + i), "/nudge måndag 09:00");
    }
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown()).contains("Och en kanal till.");
  }

  @Test
  void tenThousandSmallThingsFitIntoSlacksLimitsPageByPage() throws Exception {
    tenThousandOf(scene.alva);
    scene.alva.openHome();
    View first = scene.home(scene.alva);
    assertThat(first.blocks()).hasSizeLessThan(100);
    assertThat(first.shown()).contains("10000 små saker", "1–10", "sak nummer 9999");

    scene.alva.press(first, "home_page:older");
    View second = scene.home(scene.alva);
    assertThat(second.shown()).contains("11–20", "sak nummer 9989");
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: en till");
    assertThat(scene.home(scene.alva).shown()).contains("10001 små saker", "11–20");

    scene.untilNothingIsOwed(); // which is kept of a person as well
    scene.alva.press(scene.home(scene.alva), "privacy_show");
    View kept = scene.modal(scene.alva);
    assertThat(kept.shown()).contains("1–", " av 10001", "sak nummer 0 ");
    assertThat(kept.blocks()).hasSizeLessThan(100);
    scene.alva.submit(kept, Map.of());
    View more = scene.workspace.modal(scene.alva).orElseThrow();
    assertThat(more.shown()).contains(" av 10001").doesNotContain("sak nummer 0 ");

    scene.alva.press(more, "privacy_carry_out");
    scene.bot().awaitIdle();
    View rows = scene.modal(scene.alva);
    assertThat(rows.shown()).contains("Rad 1–9 av 10001", "\"text\":\"sak nummer 0 ");
    scene.alva.submit(rows, Map.of());
    assertThat(scene.workspace.modal(scene.alva).orElseThrow().shown()).contains("Rad 10–18 ");
  }

  @Test
  void theNextNudgesAreThoseOfTheChannelsOneIsKnownToBeIn() {
    scene.ben.command(scene.channel, "/nudge måndag 9");
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown()).contains("Ingen av de kanaler");

    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    assertThat(scene.home(scene.alva).shown())
        .contains("<#" + scene.channel.id() + ">: nästa kommer måndag 30 november kl. 09:00.");
    scene.chooses(scene.alva, "nudge_settings");
    View settings = scene.modal(scene.alva);
    assertThat(settings.callbackId()).isNotEmpty();
    scene.alva.close(settings);

    scene.cleo.openHome();
    scene.cleo.command(scene.channel, "/nudge pause");
    scene.cleo.say(scene.channel, "I did a small thing: called");
    assertThat(scene.home(scene.cleo).shown()).contains("the nudges are resting.");
  }

  @Test
  void whoHasNoChannelWithNudgesChoosesOneThere() {
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "nudge_settings");
    View which = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    assertThat(which.json().toString()).contains("Välj en kanal, så visas");
    scene.alva.select(which, "nudge_channel", scene.channel.id());
    scene.bot().awaitIdle();
    View settings = scene.workspace.modal(scene.alva).orElseThrow();
    scene.alva.submit(settings, Map.of("nudge_weekday", "TUESDAY"));

    assertThat(scene.home(scene.alva).shown())
        .contains("<#" + scene.channel.id() + ">: nästa kommer tisdag 24 november kl. 09:00.");
  }

  @Test
  void whereOneComesFromIsFilledInThere() {
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "spread_tags");
    View tags = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.submit(tags, Map.of("spread_profession", "jurist"));
    assertThat(scene.workspace.modal(scene.alva).orElseThrow().shown()).contains("Sparat");
  }

  @Test
  void aPrincipleOfTheCarouselOpensInFull() {
    scene.cleo.openHome();
    scene.cleo.select(scene.home(scene.cleo), "principle_show", "3");

    View modal = scene.modal(scene.cleo);
    assertThat(modal.title()).isEqualTo("Principle 3");
    assertThat(modal.shown()).startsWith("3. ");
  }

  @Test
  void theButtonThereOpensTheFormForASmallThing() {
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "nudge_win");
    View modal = scene.modal(scene.alva);
    scene.alva.submit(
        modal, Map.of("win_text", "frågade en användare", "win_channel", scene.channel.id()));

    assertThat(scene.home(scene.alva).shown()).contains("frågade en användare");
  }

  @Test
  void allThatIsKeptIsShownAndErasedWithWhatTheBotHasPosted() {
    scene.alva.command(scene.channel, "/smallthing mejlade \"alla\" <om> dörren");
    String bens = scene.ben.say(scene.channel, "Jag gjorde en liten sak: städade");
    scene.alva.react(scene.channel, bens, "tada");
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "privacy_show");
    View kept = scene.modal(scene.alva);
    assertThat(kept.shown())
        .contains("Små saker", "23 november 2026 i <#", "Reaktioner", ":tada: i <#")
        .contains("mejlade \"alla\" &lt;om&gt; dörren")
        .doesNotContain("städade", "{");

    scene.alva.press(kept, "privacy_carry_out");
    scene.bot().awaitIdle();
    View rows = scene.modal(scene.alva);
    assertThat(rows.shown())
        .contains("{\"table\":\"win\"", "mejlade \\\"alla\\\" <om> dörren", "tada")
        .doesNotContain("städade");
    scene.alva.close(rows);

    scene.alva.press(scene.home(scene.alva), "privacy_erase");
    View done = scene.modal(scene.alva);
    assertThat(done.shown()).contains("2 uppgifter om dig är raderade");
    assertThat(scene.home(scene.alva).shown()).contains("Här samlas");
    assertThat(scene.messages()).extracting(Message::ts).containsExactly(bens);
    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void aLanguageChosenThereIsSpokenThereAtOnce() {
    scene.alva.openHome();
    scene.alva.press(scene.home(scene.alva), "care_preferences");
    View modal = scene.modal(scene.alva);
    String language =
        modal.actionIds().stream().filter(id -> id.contains("language")).findFirst().orElseThrow();
    scene.alva.submit(modal, Map.of(language, "en"));

    assertThat(scene.home(scene.alva).shown()).contains("My language and my quiet times");
  }

  @Test
  void whereEverythingIsGrantedNothingIsAskedFor() {
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown()).doesNotContain("Det här kan jag inte än");
  }

  private static String key(View home) {
    String json = home.json().toString();
    int at = json.indexOf("\"value\":\"win_edit ");
    return json.substring(at, json.indexOf('"', at + 10));
  }

  /// Slack's longest names and marks among them.
  private void tenThousandOf(Person person) throws Exception {
    try (var file = Migrated.connect(scene.database());
        var insert =
            file.prepareStatement(
                """
                INSERT INTO win (team_id, channel_id, source_id, ts, user_id, text, kind, said_at,
                  origin) VALUES (?, ?, ?, ?, ?, ?, 'did', ?, 'phrase')
                """)) {
      if (!Migrated.IS_POSTGRES) {
        file.createStatement().execute("PRAGMA busy_timeout = 10000");
      }
      file.setAutoCommit(false);
      for (int i : IntStream.range(0, 10_000).toArray()) {
        String ts = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() + i * 60 + ".000100";
        String[] values = {
          scene.workspace.teamId(),
          scene.channel.id(),
          ts,
          ts,
          person.id(),
          "sak nummer " + i + " " + "&<🌱".repeat(300),
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i * 60L).toString()
        };
        for (int at = 0; at < values.length; at++) {
          insert.setString(at + 1, values[at]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
      file.commit();
    }
  }
}
