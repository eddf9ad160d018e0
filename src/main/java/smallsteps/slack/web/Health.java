package smallsteps.slack.web;

import java.util.List;

/// Whether the bot can do its work.
///
/// @param problems what stands in its way, each in a sentence; empty when all is well
/// @param warnings what somebody should see to before it does
public record Health(List<String> problems, List<String> warnings) {
  boolean isUp() {
    return problems.isEmpty();
  }
}
