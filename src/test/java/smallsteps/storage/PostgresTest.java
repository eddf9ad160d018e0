package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresTest {
  @Test
  void opens() {
    try (var database = Database.open(OwnPostgres.url(Path.of("one"), false))) {
      assertThat(database.version()).isEqualTo("19");
      assertThat(database.problem()).isEmpty();
      assertThat(database.bytes()).isPositive();
    }
  }
}
