package smallsteps.storage;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import smallsteps.SetupException;

/// Brings a database to the newest version: numbered files, forward only. Some of the first landed
/// out of order, so that a file of those days may lack a lower number than its highest: each adds
/// and takes nothing away, and they are made up for in any order.
final class Migrations {
  /// Two processes that start at once: the slower one looks again.
  private static final int TRIES = 3;

  private Migrations() {}

  /// Where a file stands.
  ///
  /// @param version its newest, `0` for none
  /// @param newest the newest that there is
  /// @param missing how many it lacks
  /// @param known all that there are
  record Schema(String version, String newest, int missing, Set<String> known) {
    boolean isCurrent() {
      return missing == 0;
    }

    /// Of an older one, the beginning of a sentence.
    String age(Location location) {
      return "The database "
          + location.name()
          + " is of version "
          + version
          + ", and this Small Steps works with "
          + newest;
    }
  }

  /// Looks, and changes nothing.
  ///
  /// @throws SetupException when another program wrote the file, or a newer version of ours
  static Schema look(Location location) {
    location.requireOursOrEmpty();
    try {
      return schema(location, flyway(location, location.asItIs()).info());
    } catch (FlywayException e) {
      throw unusable(location, e);
    }
  }

  /// @param first what is done before a file that holds something is changed
  /// @throws SetupException why it could not be; the file is then as it was
  static Schema migrate(Location location, Consumer<Schema> first) {
    location.requireOursOrEmpty();
    try {
      Flyway flyway = flyway(location, location.dataSource());
      Schema before = schema(location, flyway.info());
      if (!before.isCurrent() && !before.version().equals("0")) {
        first.accept(before);
      }
      apply(flyway);
      if (!before.isCurrent()) {
        location.migrated(before.version().equals("0"));
      }
      return before;
    } catch (FlywayException e) {
      throw unusable(location, e);
    }
  }

  private static void apply(Flyway flyway) {
    for (int left = TRIES; true; left--) {
      int missing = flyway.info().pending().length;
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        boolean isMovedOn = flyway.info().pending().length < missing;
        if (left == 1 || !isMovedOn) {
          throw e;
        }
      }
    }
  }

  /// @param named what it is called where the answer is no
  /// @throws SetupException when another program wrote it, or a newer version of ours
  static void requireOurs(Location location, String named) {
    try {
      MigrationInfo[] applied = flyway(location, location.asItIs()).info().applied();
      refuseUnknown(named, applied);
      if (applied.length == 0) {
        throw new SetupException("The file " + named + " is no database of Small Steps.");
      }
    } catch (FlywayException e) {
      throw unusable(location, e);
    }
  }

  private static Schema schema(Location location, MigrationInfoService info) {
    refuseUnknown(location.name(), info.applied());
    String newest = newest(info.all());
    return new Schema(
        newest(info.applied()),
        newest,
        info.pending().length,
        Arrays.stream(info.all())
            .map(one -> one.getVersion().getVersion())
            .collect(Collectors.toSet()));
  }

  private static String newest(MigrationInfo[] migrations) {
    return Arrays.stream(migrations)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .map(MigrationVersion::getVersion)
        .orElse("0");
  }

  private static Flyway flyway(Location location, DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:smallsteps/migrations/" + location.migrations())
        .outOfOrder(true)
        .load();
  }

  private static void refuseUnknown(String named, MigrationInfo[] applied) {
    for (MigrationInfo migration : applied) {
      String state = migration.getState().name();
      if (state.startsWith("FUTURE")) {
        throw new SetupException(
            "The database "
                + named
                + " was written by a newer Small Steps. Start that version, or restore an older"
                + " backup.");
      }
      if (state.startsWith("MISSING")) {
        throw otherBuild(named, null);
      }
    }
  }

  private static SetupException unusable(Location location, FlywayException e) {
    return e instanceof FlywayValidateException
        ? otherBuild(location.name(), e)
        : location.unreadable(e);
  }

  private static SetupException otherBuild(String named, FlywayException e) {
    return new SetupException(
        "The database "
            + named
            + " was written by another build of Small Steps, whose migrations differ from this"
            + " one's. Nothing of it is damaged: start the build that wrote it.",
        e);
  }
}
