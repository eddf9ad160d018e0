package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static smallsteps.scenes.Scene.onlyOne;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

class SmallThingsTest extends EachTransport {

  @Test
  void whoSaysThePhraseAloneIsAskedInPrivateWhatItWasAndNothingIsKept() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak!");
    scene.cleo.say(scene.channel, "Yesterday I did a small thing");

    assertThat(scene.exported("win")).isEmpty();
    assertThat(scene.messages()).allSatisfy(said -> assertThat(said.reactions()).isEmpty());
    assertThat(scene.onlyFor(scene.cleo).text()).startsWith("What was the small thing?");
    Message asked = scene.onlyFor(scene.alva);
    assertThat(asked.text()).startsWith("Vad var den lilla saken?");

    scene.alva.press(asked, "win_tell");
    scene.alva.submit(scene.modal(scene.alva), Map.of("win_text", "märkte upp dörren"));
    assertThat(onlyOne(scene.exported("win")).getString("text")).isEqualTo("märkte upp dörren");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whatIsWrittenIntoTheBareMessageIsKeptAndTakenOutOfItErased() {
    String ts = scene.alva.say(scene.channel, "I går gjorde jag en liten sak");
    scene.alva.edit(scene.channel, ts, "I går gjorde jag en liten sak: märkte upp dörren");
    assertThat(scene.win(ts).orElseThrow().getString("text")).isEqualTo("märkte upp dörren");

    scene.alva.edit(scene.channel, ts, "I går gjorde jag en liten sak");
    scene.bot().awaitIdle();
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void whoAnswersANudgeWithThePhraseAloneTellsTheRestInItsThread() {
    scene.alva.command(scene.channel, "/nudge nu");
    Message nudge = scene.lastMessage();
    scene.alva.reply(scene.channel, nudge.ts(), "Jag gjorde en liten sak");

    scene.alva.press(scene.onlyFor(scene.alva), "win_tell");
    scene.alva.submit(scene.modal(scene.alva), Map.of("win_text", "märkte upp dörren"));

    assertThat(scene.lastMessage().threadTs()).isEqualTo(nudge.ts());
    assertThat(onlyOne(scene.exported("win")).getString("nudge_ts")).isEqualTo(nudge.ts());
  }

  @Test
  void whoTypesThePhraseAloneAfterTheCommandGetsTheForm() {
    scene.cleo.command(scene.channel, "/smallthing I did a small thing");
    assertThat(scene.modal(scene.cleo).actionIds()).contains("win_text");
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void aMessageThatSaysSoIsKeptAndConfirmedWithASeedling() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");

    assertThat(scene.message(ts).reactions()).containsOnlyKeys("seedling");
    var win = scene.win(ts).orElseThrow();
    assertThat(win.getString("text")).isEqualTo("märkte upp dörren");
    assertThat(win.getString("user")).isEqualTo(scene.alva.id());
    assertThat(win.getString("kind")).isEqualTo("did");
    assertThat(win.getString("said_at")).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(win.isNull("thread_ts")).isTrue();
  }

  @Test
  void eachWayOfWritingItIsKeptInThreadsInTheChannelTooAndWithAFile() {
    String first = scene.alva.say(scene.channel, "Vem har gjort något?");
    String reply = scene.ben.reply(scene.channel, first, "I did a small thing - called a user");
    String both =
        scene.cleo.replyAlsoToChannel(scene.channel, first, "“I did a small thing”: fixed a typo");
    String file =
        scene.ben.shareFile(scene.channel, null, "photo.png", "🎉 i did a small thing\nlook here");

    assertThat(scene.exported("win"))
        .extracting(win -> win.getString("ts"), win -> win.getString("text"))
        .containsExactly(
            tuple(reply, "called a user"), tuple(both, "fixed a typo"), tuple(file, "look here"));
    assertThat(scene.win(reply).orElseThrow().getString("thread_ts")).isEqualTo(first);
    assertThat(scene.message(first).reactions()).isEmpty();
  }

  @Test
  void theSameMessageSentTwiceIsOneSmallThing() {
    scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    scene.workspace.redeliverLast();

    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void anEditIsFollowedAndADeletionErases() {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labeled teh door");
    scene.alva.edit(scene.channel, ts, "I did a small thing: labelled the door");
    assertThat(scene.win(ts).orElseThrow().getString("text")).isEqualTo("labelled the door");

    scene.alva.delete(scene.channel, ts);
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void whatWasEditedAwayIsNoSmallThingAnyMoreAndWhatWasEditedInIsOne() {
    String ts = scene.alva.say(scene.channel, "I did a small thing: too early");
    scene.alva.edit(scene.channel, ts, "not yet after all");
    assertThat(scene.exported("win")).isEmpty();
    assertThat(scene.message(ts).reactions()).isEmpty();

    scene.alva.edit(scene.channel, ts, "I did a small thing: now it works");
    assertThat(scene.win(ts).orElseThrow().getString("text")).isEqualTo("now it works");
    assertThat(scene.message(ts).reactions()).containsOnlyKeys("seedling");
  }

  @Test
  void aCommandPostsWhatOneDidAsSaidByThatPersonWithoutPinging() {
    var answer =
        scene.alva.command(scene.channel, "/smallthing märkte upp <!channel> & <@U0BENEK0001>");

    assertThat(answer.message().text()).contains("sparat");
    Message posted = scene.lastMessage();
    assertThat(posted.text()).contains("<@" + scene.alva.id() + ">").doesNotContain("<!channel>");
    assertThat(posted.text()).doesNotContain("<@U0BENEK0001>");
    scene.ben.react(scene.channel, posted.ts(), "tada");
    var win = scene.win(posted.ts()).orElseThrow();
    assertThat(win.getString("user")).isEqualTo(scene.alva.id());
    assertThat(win.getJsonObject("reactions").getJsonArray("tada").getString(0))
        .isEqualTo(scene.ben.id());
  }

  @Test
  void aLongOneIsShownWholeThoughSlackCountsItsMarksFiveTimes() {
    scene.alva.command(scene.channel, "/smallthing " + "a&".repeat(580));
    Message posted = scene.lastMessage();
    assertThat(posted.blocks()).hasSizeGreaterThan(2);
    assertThat(posted.text()).contains("a&amp;".repeat(580));
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void theModalTellsWhatIsMissingBesideTheFieldAndThenKeepsIt() {
    scene.alva.command(scene.channel, "/smallthing");
    View modal = scene.modal(scene.alva);

    var blank = scene.alva.submit(modal, Map.of("win_text", "   "));
    assertThat(blank.body().getString("response_action")).isEqualTo("errors");
    assertThat(blank.body().getJsonObject("errors")).containsOnlyKeys("win_text");

    var kept = scene.alva.submit(modal, Map.of("win_text", "frågade en användare"));
    assertThat(kept.acked()).isTrue();
    assertThat(scene.workspace.modal(scene.alva)).isEmpty();
    Message posted = scene.lastMessage();
    assertThat(scene.win(posted.ts()).orElseThrow().getString("text"))
        .isEqualTo("frågade en användare");
  }

  @Test
  void oneMaySaveAnOldMessageOfOnesOwnWithTheReactionsThatItHas() {
    String ts = scene.alva.say(scene.channel, "Jag städade bland gamla behörigheter i dag");
    scene.ben.react(scene.channel, ts, "clap::skin-tone-3");
    scene.bot().runNow("erase-early-reactions");

    scene.alva.messageShortcut("save_small_thing", scene.channel, ts);

    assertThat(scene.message(ts).reactions()).containsKey("seedling");
    var win = scene.win(ts).orElseThrow();
    assertThat(win.getString("text")).isEqualTo("Jag städade bland gamla behörigheter i dag");
    assertThat(win.getJsonObject("reactions")).containsOnlyKeys("clap::skin-tone-3");
  }

  @Test
  void someoneElsesMessageIsNotOnesOwnToSave() {
    String ts = scene.alva.say(scene.channel, "Jag städade bland gamla behörigheter i dag");

    scene.ben.messageShortcut("save_small_thing", scene.channel, ts);
    scene.bot().awaitIdle();

    assertThat(scene.exported("win")).isEmpty();
    assertThat(scene.workspace.ephemeral(scene.ben)).isNotEmpty();
  }

  @Test
  void theGlobalShortcutOpensTheSameModalWithAChoiceOfChannel() {
    scene.cleo.globalShortcut("new_small_thing");
    View modal = scene.modal(scene.cleo);

    assertThat(modal.title()).isEqualTo("A small thing");
    scene.cleo.submit(modal, Map.of("win_text", "asked a user", "win_channel", scene.channel.id()));
    assertThat(scene.lastMessage().text()).contains("asked a user");
  }

  @Test
  void whereTheBotIsNoMemberTheFormKeepsItAndSaysWhatToDo() {
    Conversation outside = scene.workspace.channel("utanför");
    scene.cleo.globalShortcut("new_small_thing");
    View modal = scene.modal(scene.cleo);
    scene.cleo.submit(modal, Map.of("win_text", "asked a user", "win_channel", outside.id()));

    assertThat(scene.direct(scene.cleo))
        .singleElement()
        .extracting(Message::text)
        .asString()
        .contains("It is saved", "<#" + outside.id() + ">", "/invite");
    assertThat(scene.cleo.command(outside, "/smallthing mine").message().text())
        .contains("asked a user");
  }

  @Test
  void reactionsAreKeptOncePerPersonAndEmojiAndTakenAway() {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    scene.ben.react(scene.channel, ts, "+1::skin-tone-3");
    scene.workspace.redeliverLast();
    scene.cleo.react(scene.channel, ts, "+1::skin-tone-3");
    scene.ben.react(scene.channel, ts, "tada");
    scene.ben.unreact(scene.channel, ts, "tada");

    var reactions = scene.win(ts).orElseThrow().getJsonObject("reactions");
    assertThat(reactions).containsOnlyKeys("+1::skin-tone-3");
    assertThat(reactions.getJsonArray("+1::skin-tone-3"))
        .extracting(Object::toString)
        .containsExactly("\"" + scene.ben.id() + "\"", "\"" + scene.cleo.id() + "\"");
  }

  @Test
  void listMineAndFindAnswerOnlyTheOneWhoAsks() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.ben.say(scene.channel, "I did a small thing: called a user");

    assertThat(scene.answer(scene.alva, "/smallthing lista"))
        .contains("märkte upp dörren", "called a user");
    assertThat(scene.answer(scene.alva, "/smallthing mine"))
        .contains("märkte upp dörren")
        .doesNotContain("called a user");
    assertThat(scene.answer(scene.cleo, "/smallthing find DORREN")).contains("märkte upp dörren");
    assertThat(scene.messages()).hasSize(2);
  }

  @Test
  void whatIsSaidAnonymouslyIsFromNobodyAndGoesWithTheBotsMessage() throws Exception {
    scene.alva.command(scene.channel, "/smallthing anonymt bad om hjälp");
    Message posted = scene.lastMessage();

    assertThat(posted.text()).startsWith("En liten sak, delad anonymt: bad om hjälp\n");
    assertThat(scene.win(posted.ts()).orElseThrow().isNull("user")).isTrue();
    assertThat(scene.onDisk()).contains("bad om hjälp").doesNotContain(scene.alva.id());

    scene.ben.deleteAsAdministrator(scene.channel, posted.ts());
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void everythingIsStillThereAfterARestart() throws Exception {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    scene.ben.react(scene.channel, ts, "tada");
    scene.stopBot();
    scene.startBot();

    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).containsOnlyKeys("tada");
    assertThat(List.copyOf(scene.exported("win"))).hasSize(1);
  }

  @Test
  void inADirectMessageNobodyIsToldToInviteTheBot() {
    Conversation several = scene.workspace.openChannel("mpdm-alva--ben--cleo-1");
    for (Conversation direct : List.of(scene.workspace.directMessages(scene.alva), several)) {
      for (String typed : List.of("/nudge monday 09:00", "/nudge now", "/principle share 3")) {
        assertThat(scene.alva.command(direct, typed).message().text())
            .as(typed)
            .containsPattern("direktmeddelande|direct message")
            .doesNotContain("/invite");
      }
    }
  }

  @Test
  void aNoBreakSpaceAfterTheWordKeepsTheNameOut() {
    scene.alva.command(scene.channel, "/smallthing anonymous\u00A0I cried");
    assertThat(scene.lastMessage().text()).startsWith("En liten sak, delad anonymt: I cried\n");

    scene.alva.command(scene.channel, "/smallthing annonymt: I cried");
    assertThat(scene.messages()).hasSize(1);
    scene.alva.press(scene.onlyFor(scene.alva), "win_unnamed");
    assertThat(scene.lastMessage().text()).startsWith("En liten sak, delad anonymt: I cried\n");
    assertThat(scene.messages()).hasSize(2);
  }
}
