package smallsteps.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.wins.WinsAndReactions.message;
import static smallsteps.wins.WinsAndReactions.user;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.wins.WinsAndReactions;

/// A small thing, a second that followed from it, and a third that followed from the second.
class SpreadRulesTest {
  private static final String FIRST = "1763884800.000100";
  private static final String SECOND = "1763884801.000100";
  private static final String THIRD = "1763884802.000100";

  @TempDir private Path folder;
  @AutoClose private WinsAndReactions scene;
  private Spread spread;

  @BeforeEach
  void oneFollowsFromTheOther() {
    scene = new WinsAndReactions(folder);
    spread = new Spread(scene.database);
    says("U1", FIRST);
    says("U2", SECOND);
    says("U3", THIRD);
    follows(SECOND, FIRST);
    follows(THIRD, SECOND);
  }

  @Test
  void howeverLongTheChainTheIdeaIsItsFirst() {
    for (String each : List.of(FIRST, SECOND, THIRD)) {
      assertThat(spread.ideaOf(message(each))).isEqualTo(message(FIRST));
      assertThat(spread.of(message(each)).people()).isEqualTo(3);
    }
  }

  @Test
  void eachKnowsWhichOneItFollowedFromAndTheFirstFromNone() {
    assertThat(parentOf(THIRD)).containsExactly(message(SECOND));
    assertThat(parentOf(SECOND)).containsExactly(message(FIRST));
    assertThat(parentOf(FIRST)).isEmpty();
  }

  @Test
  void aLinkStaysAsItIsMadeFirst() {
    follows(THIRD, FIRST);
    assertThat(parentOf(THIRD)).containsExactly(message(SECOND));
  }

  @Test
  void whoHasTwoOfItCountsOnceAndWhatIsDeletedCountsNoMore() {
    says("U3", "1763884803.000100");
    follows("1763884803.000100", FIRST);
    assertThat(spread.of(message(FIRST)).people()).isEqualTo(3);
    assertThat(isPart("U2")).isTrue();

    scene.deletes(SECOND);
    assertThat(spread.of(message(FIRST)).people()).isEqualTo(2);
    assertThat(isPart("U2")).isFalse();
    assertThat(spread.ideaOf(message(THIRD))).isEqualTo(message(FIRST));
  }

  @Test
  void theSameTsInAnotherWorkspaceIsNoPartOfIt() {
    var elsewhere = new MessageId("T2", "C1", SECOND);
    assertThat(spread.ideaOf(elsewhere)).isEqualTo(elsewhere);
    assertThat(spread.of(elsewhere).people()).isZero();
    assertThat(parentOf(new Channel("T2", "C1"), SECOND)).isEmpty();
  }

  @Test
  void aBorderIsCrossedWhereTwoSayDifferentThingsWhateverTheirCapitals() {
    is("U1", List.of(new Tag("sector", "Kommun"), new Tag("country", "Sverige")));
    is("U2", List.of(new Tag("sector", "kommun"), new Tag("country", "Finland")));
    is("U9", List.of(new Tag("sector", "Region")));

    assertThat(spread.of(message(FIRST)).borders()).isEqualTo(Map.of("country", 2));
  }

  @Test
  void whatSomebodySaysOfThemselvesTakesThePlaceOfWhatTheySaid() {
    is("U1", List.of(new Tag("sector", "Kommun"), new Tag("country", "Sverige")));
    is("U1", List.of(new Tag("sector", "Region")));

    Map<String, String> said = scene.database.read(sql -> new TagStore(sql).of(user("U1")));
    assertThat(said).isEqualTo(Map.of("sector", "Region"));
  }

  private void says(String userId, String ts) {
    scene.says(userId, ts, "I did a small thing: a sign at the door");
  }

  private void follows(String ts, String parent) {
    scene.database.write(sql -> {
      new LinkStore(sql).add("C1", ts, message(parent));
      return null;
    });
  }

  private boolean isPart(String userId) {
    return scene.database.read(sql -> new LinkStore(sql).isPartOf(message(FIRST), user(userId)));
  }

  private void is(String userId, List<Tag> tags) {
    scene.database.write(sql -> {
      new TagStore(sql).put(user(userId), tags);
      return null;
    });
  }

  private List<MessageId> parentOf(String ts) {
    return parentOf(new Channel("T1", "C1"), ts);
  }

  private List<MessageId> parentOf(Channel channel, String ts) {
    return scene.database.read(sql -> new LinkStore(sql).parentOf(channel, ts)).stream().toList();
  }
}
