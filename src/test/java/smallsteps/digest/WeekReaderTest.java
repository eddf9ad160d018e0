package smallsteps.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.spread.Spread;
import smallsteps.wins.WinsAndReactions;

/// Who took part in a channel's week: more people than the rehearsal workspace has.
class WeekReaderTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
  }

  @Test
  void whoSaysSomethingForTheFirstTimeIsANewcomerAndWhoSaysItTwiceOnePerson() {
    for (int person = 1; person <= 3; person++) {
      says("U" + person, MONDAY.minus(Duration.ofDays(30)).plusSeconds(person));
    }
    for (int person = 1; person <= 5; person++) {
      says("U" + person, MONDAY.plusSeconds(person));
      says("U" + person, MONDAY.plusSeconds(60 + person));
    }

    Week week = read();

    assertThat(week.people()).isEqualTo(5);
    assertThat(week.newcomers()).isEqualTo(2);
    assertThat(week.mayCountPeople()).isTrue();
    assertThat(week.said().did()).isEqualTo(10);
  }

  @Test
  void whatIsSaidAnonymouslyIsToldAndCountsNobody() {
    for (int person = 1; person <= 4; person++) {
      says("U" + person, MONDAY.plusSeconds(person));
    }
    scene.types("U5", WinsAndReactions.EN, "anonymously asked for help");

    Week week = read();

    assertThat(week.entries())
        .extracting(entry -> entry.text().kept())
        .containsExactly("asked for help", "sign 1", "sign 2", "sign 3", "sign 4");
    assertThat(week.people()).isEqualTo(4);
    assertThat(week.mayCountPeople()).isFalse();
  }

  private void says(String userId, Instant at) {
    scene.says(
        userId,
        at.getEpochSecond() + ".000100",
        "I did a small thing: sign " + userId.substring(1));
  }

  private Week read() {
    var reader =
        new WeekReader(
            scene.wins,
            scene.reactions,
            new Spread(scene.database),
            Words.load(ConfigFiles.packed(), WinsAndReactions.EN));
    var place = new WeekReader.Place(new Channel("T1", "C1"), ZoneId.of("Europe/Stockholm"));
    return reader.read(place, MONDAY, MONDAY.plus(Duration.ofDays(4)));
  }
}
