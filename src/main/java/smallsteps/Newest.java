package smallsteps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A map of the newest so many: what came first is forgotten first. For several threads at once.
public final class Newest {
  private Newest() {}

  public static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
