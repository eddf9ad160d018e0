package smallsteps.slack.web;

import java.util.List;

/// What a part of the bot tells of itself.
public interface Vitals {
  /// Whether it can do its work.
  Health health();

  /// Which of what must live as long as the bot has ended, each in a sentence. Looks at nothing
  /// that could keep it waiting.
  List<String> ended();
}
