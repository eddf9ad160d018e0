package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite: ",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite::MEMORY:",
        "jdbc:sqlite:file::memory:?cache=shared",
        "jdbc:sqlite:file:hidden?mode=memory",
        "jdbc:sqlite:file:hidden.db",
        "jdbc:sqlite::resource:hidden.db",
        "jdbc:sqlite:hidden.db?journal_mode=off",
        "jdbc:sqlite:hidden.db?cache=shared&synchronous=off",
        "jdbc:sqlite:~/hidden.db",
        "jdbc:sqlite: hidden.db",
        "jdbc:sqlite:hidden\u0000.db",
        "jdbc:sqlite:hid\nden.db",
        "jdbc:postgresql://host/hidden?password=hidden",
        "hidden.db",
        ""
      })
  void whatIsNoFileIsRefusedInOneSentenceWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> DatabaseUrl.path(url))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("DATABASE_URL ")
        .hasMessageNotContaining("hidden")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aLetterThatTheLocaleCannotWriteSaysWhatToSet() {
    assertThatThrownBy(() -> DatabaseUrl.path("jdbc:sqlite:a\ud800.db"))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("LC_ALL=C.UTF-8");
  }
}
