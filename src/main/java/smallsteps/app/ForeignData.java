package smallsteps.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.storage.Database;
import smallsteps.storage.Workspaces;

/// Tells of a database that holds what was said in another workspace than the tokens are for: the
/// bot would seem to have forgotten everything.
final class ForeignData {
  private static final Logger log = LoggerFactory.getLogger(ForeignData.class);

  private final Database database;
  private final Supplier<Optional<String>> teamId;
  private Optional<String> problem; // null until it is known

  /// @param teamId the workspace of the tokens, once Slack has told
  ForeignData(Database database, Supplier<Optional<String>> teamId) {
    this.database = database;
    this.teamId = teamId;
  }

  /// In a sentence; empty as well while nothing is known. Looked up and logged once.
  synchronized Optional<String> problem() {
    if (problem == null && database.isOpen()) {
      teamId
          .get()
          .ifPresent(ours -> {
            problem = problem(ours, new Workspaces(database).ids());
            problem.ifPresent(log::warn);
          });
    }
    return problem == null ? Optional.empty() : problem;
  }

  /// @param kept the workspaces that the database holds something of
  static Optional<String> problem(String ours, List<String> kept) {
    return kept.isEmpty() || kept.contains(ours)
        ? Optional.empty()
        : Optional.of(
            "The database holds what was said in another workspace ("
                + String.join(", ", kept)
                + "), and the tokens are for "
                + ours
                + ": nothing of it is shown there. Take the tokens of that workspace's app, or give"
                + " DATABASE_URL a path of its own for this one.");
  }
}
