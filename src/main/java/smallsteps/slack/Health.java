package smallsteps.slack;

import java.util.List;

/// Whether the bot can do its work.
///
/// @param problems what stands in its way, each in a sentence; empty when all is well
public record Health(List<String> problems) {
  boolean isUp() {
    return problems.isEmpty();
  }
}
