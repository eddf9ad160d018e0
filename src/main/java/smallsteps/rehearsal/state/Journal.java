package smallsteps.rehearsal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was called, what people were told in passing, what was found wrong.
public final class Journal {
  public record Note(long id, String text) {}

  private final List<Call> calls = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final Map<String, List<Note>> notices = new HashMap<>();
  private long noted;

  public synchronized void called(Call call) {
    calls.add(call);
  }

  public synchronized void warn(String text) {
    keep(warnings, text, 50);
  }

  public synchronized void notice(String userId, String text) {
    keep(notices.computeIfAbsent(userId, _ -> new ArrayList<>()), text, 10);
  }

  private void keep(List<Note> notes, String text, int atMost) {
    notes.add(new Note(++noted, text));
    if (notes.size() > atMost) {
      notes.removeFirst();
    }
  }

  /// The latest of it, for somebody who waits in vain.
  synchronized String lately() {
    StringBuilder lately = new StringBuilder();
    calls.stream()
        .skip(Math.max(0, calls.size() - 20))
        .forEach(each ->
            lately.append("\n  called ").append(each.method()).append(' ').append(each.error()));
    warnings.forEach(each -> lately.append("\n  warning: ").append(each.text()));
    notices.forEach(
        (user, notes) -> lately.append("\n  told ").append(user).append(": ").append(notes));
    return lately.toString();
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<Note> warnings() {
    return List.copyOf(warnings);
  }

  public synchronized List<Note> notices(String userId) {
    return List.copyOf(notices.getOrDefault(userId, List.of()));
  }
}
