package smallsteps.config;

import java.util.List;
import java.util.SortedMap;

/// What a nudge asks, and what one can do about it in so many minutes.
///
/// @param id the same in every language, so that a channel that changes language is not asked again
/// @param actions by minutes, the shortest first
public record Prompt(
    String id, int principle, String question, SortedMap<Integer, String> actions) {

  /// How long something small may take.
  public static final List<Integer> MINUTES = List.of(2, 5, 15, 60);
}
