package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.outbox.Owed;
import smallsteps.storage.Migrated;
import smallsteps.storage.OwnPostgres;

class ErasureTest {
  private static final String TS = "1763884800.000100";
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void openWithOtherWinsAround() {
    scene = new WinsAndReactions(folder);
    IntStream.range(0, 300)
        .forEach(n ->
            scene.says(
                "U9", "1763884000.%06d".formatted(n), "I did a small thing: sign number" + n));
  }

  @Test
  void theWordsOfADeletedMessageLeaveTheFile() throws IOException {
    scene.says("U1", TS, "I did a small thing: told Bergström about zebrafinken");
    assertThat(inFiles("zebrafinken")).isTrue();
    scene.deletes(TS);
    assertGone("zebrafinken", "Bergström", "bergstrom");
    assertTheIndexIsSound();
  }

  @Test
  void aWordEditedAwayLeavesTheFile() throws IOException {
    scene.says("U1", TS, "I did a small thing: told zebrafinken about the door");
    scene.edits("U1", TS, "I did a small thing: told somebody about the door", "1763884900.000000");
    assertGone("zebrafinken");
    assertThat(inFiles("somebody")).isTrue();
    assertTheIndexIsSound();
  }

  @Test
  void aPhraseEditedAwayTakesItsWordsOutOfTheFile() throws IOException {
    scene.says("U1", TS, "I did a small thing: told zebrafinken");
    scene.edits("U1", TS, "nothing", "1763884900.000000");
    assertGone("zebrafinken");
    assertTheIndexIsSound();
  }

  @Test
  void aForgottenPersonLeavesTheFile() throws IOException {
    scene.says("U1ZEBRA", TS, "I did a small thing: told zebrafinken");
    scene.says("U2", "1763884801.000100", "I did a small thing: mine");
    scene.reacts("U3OTTER", TS, "otterface", "1763884850.000000");
    scene.reacts("U1ZEBRA", "1763884801.000100", "tada", "1763884850.000000");
    assertThat(scene.exports("U1ZEBRA")).hasSize(2);
    assertThat(scene.forgets("U1ZEBRA")).isEqualTo(2);
    assertGone("zebrafinken", "U1ZEBRA", "otterface");
    assertThat(scene.exports("U1ZEBRA")).isEmpty();
    assertThat(scene.reactions.of(WinsAndReactions.message("1763884801.000100"))).isEmpty();
    assertThat(
            WinsAndReactions.each(
                scene.says("U1ZEBRA", TS, "I did a small thing: told zebrafinken")))
        .isEmpty();
    assertThat(scene.texts()).hasSize(301);
    assertTheIndexIsSound();
  }

  @Test
  void aDeletedPostOfTheBotsErasesTheWinThatItShows() throws IOException {
    scene.types("U1", WinsAndReactions.EN, "fed zebrafinken");
    Owed post = scene.posts().getFirst();
    post.done(TS);
    scene.deletes(TS);
    assertGone("zebrafinken");
    assertThat(scene.count("win WHERE deleted = 1")).isEqualTo(1);
  }

  @Test
  void aPostDeletedBeforeWeHearThatItStandsErasesItsWin() throws IOException {
    scene.types("U1", WinsAndReactions.EN, "fed zebrafinken");
    Owed post = scene.posts().getFirst();
    scene.deletes(TS);
    post.done(TS);
    assertGone("zebrafinken");
    assertThat(scene.wins.isWin(WinsAndReactions.message(TS))).isFalse();
  }

  private void assertGone(String... words) {
    for (String word : words) {
      assertThat(comesTrue(() -> !inFiles(word))).as(word + " is gone from every file").isTrue();
    }
  }

  /// The log is cut when the writer has nothing else to do, shortly after the answer.
  private static boolean comesTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
    }
    return condition.getAsBoolean();
  }

  /// Of a server's files nobody can say what stands in which: there its rows are looked at.
  private boolean inFiles(String word) {
    if (Migrated.IS_POSTGRES) {
      return OwnPostgres.allRows(folder.resolve("smallsteps.db")).contains(word);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> bytes(file).contains(latin(word)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Each byte as a letter, so that a word is found by its bytes.
  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String latin(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private void assertTheIndexIsSound() {
    if (Migrated.IS_POSTGRES) {
      assertThat(scene.count("win_words")).isEqualTo(scene.count("win WHERE text IS NOT NULL"));
      return;
    }
    scene.database.write(
        sql -> sql.update("INSERT INTO win_words (win_words, rank) VALUES ('integrity-check', 1)"));
    List<String> checked =
        scene.database.read(
            sql -> sql.list("PRAGMA integrity_check", row -> row.text("integrity_check")));
    assertThat(checked).containsExactly("ok");
  }
}
